import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** Whether bytes hold a secret, as it is or as texts, addresses and files write it, also in what is packed in them; gives how, or null. */
export function tracesOf(secret: string): (bytes: Uint8Array | string) => string | null {
  const forms = new Map<string, string>();
  const add = (form: string, text: string): void => void forms.set(text, form);
  add('plain', latin(Buffer.from(secret)));
  add('UTF-16', latin(Buffer.from(secret, 'utf16le')));
  add('hex', Buffer.from(secret).toString('hex'));
  add('JSON', latin(Buffer.from(JSON.stringify(secret).slice(1, -1))));
  add('XML', latin(Buffer.from(secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'))));
  add('URL', encodeURIComponent(secret));
  add('URL', encodeURI(secret));
  // Where it does not begin a group of three, the letters at both ends say something of their neighbours too.
  for (let before = 0; before < 3; before++) {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]).toString('base64');
    const own = text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + Buffer.byteLength(secret)) * 4) / 3));
    add('base64', own);
    add('base64', own.replaceAll('+', '-').replaceAll('/', '_'));
    add('base64 in a URL', encodeURIComponent(own));
  }
  return (bytes) => find(Buffer.from(bytes as Uint8Array), [...forms], 0);
}

function find(bytes: Buffer, forms: readonly (readonly [string, string])[], depth: number): string | null {
  const text = latin(bytes);
  const held = forms.find(([form]) => text.includes(form));
  if (held !== undefined) return held[1];
  if (depth > 3) return null;
  for (const [where, inside] of insideOf(bytes, text)) {
    const found = find(inside, forms, depth + 1);
    if (found !== null) return `${found} in ${where}`;
  }
  return null;
}

/** What is packed in bytes: the files of a zip and their names; texts in base64, deflated or not. */
function insideOf(bytes: Buffer, text: string): readonly (readonly [string, Buffer])[] {
  if (text.startsWith('PK'))
    return Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.concat([Buffer.from(name), file])]);
  return [...text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)].flatMap(([letters]) => {
    const read = Buffer.from(letters, 'base64');
    try {
      return [['base64', read] as const, ['what is packed', inflateRawSync(read)] as const];
    } catch {
      return [['base64', read] as const];
    }
  });
}

function latin(bytes: Buffer): string {
  return bytes.toString('latin1');
}
