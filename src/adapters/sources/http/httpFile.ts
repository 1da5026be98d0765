import type { FileState, RemoteFile } from '../../../app/ports/RemoteFile';
import { fail, succeed, type Result } from '../../../core/Result';
import type { Watch } from '../../../core/Watch';
import { download } from './download';
import { HttpClient, type HttpOptions } from './HttpClient';
import { HttpProblem } from './HttpProblem';
import { lookAt } from './lookAt';
import { upload } from './upload';

/** Larger workbooks are refused before they are read: the browser could not hold them. */
export const MOST_BYTES = 250 * 1024 * 1024;

const USUAL: HttpOptions = {
  what: 'the official model',
  unharmed: 'Your workbook was not touched.',
  fetcher: (...request) => fetch(...request),
  credentials: null,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: Date.now,
  idle: 60_000,
  mostBytes: MOST_BYTES,
};

/** A file behind an https address, also on WebDAV servers and stores that answer alike. */
export function httpFile(url: URL, options: Partial<HttpOptions> = {}): RemoteFile {
  const exchange = <T>(watch: Watch, work: (client: HttpClient) => Promise<T>) => answer({ ...USUAL, ...options }, watch, work);
  return {
    name: fileName(url),
    look: (watch, known) => exchange<'same' | FileState | null>(watch, (client) => lookAt(client, url, known ?? null)),
    read: (watch, known) =>
      exchange(watch, async (client) => {
        const read = await download(client, url, watch, known ?? null);
        return read !== 'same' && read.tag === known ? 'same' : read;
      }),
    write: (bytes, expected, watch) => exchange(watch, (client) => upload(client, url, bytes, expected, watch)),
  };
}

/** Runs one exchange, which a cancelled watch stops, and says as a failure what kept it from its end. */
async function answer<T>(options: HttpOptions, watch: Watch, work: (client: HttpClient) => Promise<T>): Promise<Result<T>> {
  const stop = new AbortController();
  if (watch.signal.aborted) stop.abort();
  const watching = setInterval(() => watch.signal.aborted && stop.abort(), 50);
  try {
    return succeed(await work(new HttpClient(options, stop.signal)));
  } catch (error) {
    if (error instanceof HttpProblem) return { ok: false, failure: error.failure };
    if (stop.signal.aborted) return fail('cancelled', options.unharmed);
    throw error;
  } finally {
    clearInterval(watching);
  }
}

function fileName(url: URL): string {
  const last = url.pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last) || url.host;
  } catch {
    return last;
  }
}
