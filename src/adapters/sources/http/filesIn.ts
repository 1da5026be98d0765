import { SaxesParser } from 'saxes';
import type { ListedFile } from '../../../app/ports/RemotePlace';

/** One answer of a multistatus as it is read. */
interface Told {
  href: string;
  size: string;
  isFolder: boolean;
}

/** The files right in a folder, out of what a WebDAV server says of it (`multistatus`); null where that is no such answer. */
export function filesIn(text: string, folder: URL): readonly ListedFile[] | null {
  const told = answersIn(text);
  return (
    told &&
    told.flatMap(({ href, size, isFolder }) => {
      const name = isFolder ? null : nameBelow(href, folder);
      return name === null ? [] : [{ name, size: Number.isSafeInteger(Number(size)) ? Number(size) : 0 }];
    })
  );
}

function answersIn(text: string): readonly Told[] | null {
  const parser = new SaxesParser({ xmlns: true });
  const answers: Told[] = [];
  let now: Told | null = null;
  let within = '';
  let isMultistatus = false;
  parser.on('opentag', ({ local, uri }) => {
    if (uri !== 'DAV:') return void (within = '');
    if (local === 'multistatus') isMultistatus = true;
    if (local === 'response') now = { href: '', size: '', isFolder: false };
    if (local === 'collection' && now !== null) now.isFolder = true;
    within = local;
  });
  parser.on('text', (words) => {
    if (now === null) return;
    if (within === 'href') now.href += words;
    if (within === 'getcontentlength') now.size += words;
  });
  parser.on('closetag', ({ local, uri }) => {
    within = '';
    if (uri !== 'DAV:' || local !== 'response' || now === null) return;
    answers.push(now);
    now = null;
  });
  // What is no XML ends the list, whatever was in it.
  let isWhole = true;
  parser.on('error', () => (isWhole = false));
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return isMultistatus && isWhole ? answers : null;
}

/** The last part of an address right below a folder; null for any other address. */
function nameBelow(href: string, folder: URL): string | null {
  if (!URL.canParse(href.trim(), folder)) return null;
  const { origin, pathname } = new URL(href.trim(), folder);
  if (origin !== folder.origin) return null;
  try {
    const [path, from] = [decodeURIComponent(pathname), decodeURIComponent(folder.pathname)];
    const name = path.startsWith(from) ? path.slice(from.length) : '';
    return name === '' || name.includes('/') || name.includes('\\') ? null : name;
  } catch {
    return null;
  }
}
