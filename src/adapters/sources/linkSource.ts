import type { ModelSource } from '../../app/ports/ModelSource';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import { MOST_BYTES } from './fileSource';

const DOING = 'Fetching the official model';
const UNHARMED = 'Your workbook was not touched.';

/** The address that a link stands for, or a sentence on why it cannot be used; `base` completes a link that has no host of its own. */
export function parseLink(link: string, base: string): Result<URL> {
  const text = link.trim();
  if (text === '') return fail('no-link', 'Paste the link to the official model first.');
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return fail('bad-link', `“${text}” is not a link. It should begin with https://.`);
  }
  const here = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  // A file that this very page holds, as a page does which plays Excel.
  if (url.protocol === 'blob:' && url.origin === new URL(base).origin) return succeed(url);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && here)) return succeed(url);
  return fail('insecure-link', 'Only links that begin with https:// can be used, so that nobody can change the official model on its way.');
}

/** An official model behind an https link, fetched anew each time; refuses more than `mostBytes`. */
export function linkSource(url: URL, fetcher: typeof fetch = fetch, mostBytes = MOST_BYTES): ModelSource {
  return {
    async open(watch) {
      const stop = new AbortController();
      const watching = setInterval(() => watch.signal.aborted && stop.abort(), 50);
      try {
        return await download(url, fetcher, mostBytes, watch, stop.signal);
      } catch {
        if (watch.signal.aborted) return fail('cancelled', UNHARMED);
        return fail(
          'unreachable',
          `${url.host} could not be reached, or it does not let add-ins read its files. ${UNHARMED} Check the connection and the link, or download the official model and pick the file.`,
        );
      } finally {
        clearInterval(watching);
      }
    },
  };
}

async function download(
  url: URL,
  fetcher: typeof fetch,
  mostBytes: number,
  watch: Watch,
  signal: AbortSignal,
): ReturnType<ModelSource['open']> {
  watch.progress(DOING, 0);
  const response = await fetcher(url.href, { signal, credentials: 'same-origin', cache: 'no-cache' });
  if (!response.ok) return refused(url, response.status);
  if (/\btext\/html\b/.test(response.headers.get('content-type') ?? '')) {
    return fail(
      'web-page',
      `The link opens a web page, not a workbook: often a sign-in page. ${UNHARMED} Use a link which downloads the file, or download it and pick the file.`,
    );
  }
  const size = Number(response.headers.get('content-length') ?? 0);
  const tooLarge = fail(
    'too-large',
    `The official model is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB, more than Tieout can read. ${UNHARMED} Ask its owner for a smaller copy.`,
  );
  if (size > mostBytes) return tooLarge;
  const chunks: Uint8Array[] = [];
  let received = 0;
  for (const reader = response.body?.getReader(); reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    received += value.length;
    if (received > mostBytes) {
      await reader.cancel();
      return tooLarge;
    }
    chunks.push(value);
    watch.progress(DOING, size > 0 ? Math.min(1, received / size) : 0);
  }
  if (received === 0)
    return fail('empty-file', `The link leads to an empty file. ${UNHARMED} Check the link with the owner of the official model.`);
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return succeed({ name: fileName(url), bytes });
}

function refused(url: URL, status: number): Result<never> {
  if (status === 401 || status === 403) {
    return fail(
      'no-permission',
      `${url.host} does not let you read the official model (${status}). ${UNHARMED} Ask its owner for access, or download it and pick the file.`,
    );
  }
  if (status === 404 || status === 410) {
    return fail(
      'not-found',
      `There is no file behind the link any more (${status}). ${UNHARMED} Ask the owner of the official model for the new link.`,
    );
  }
  return fail(
    'server-error',
    `${url.host} answered with error ${status}. ${UNHARMED} Try again in a minute, or download the official model and pick the file.`,
  );
}

function fileName(url: URL): string {
  const last = url.pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last) || url.host;
  } catch {
    return last;
  }
}
