import { fail, succeed, type Result } from '../../../core/Result';
import type { Watch } from '../../../core/Watch';
import { HttpClient, type HttpOptions } from './HttpClient';
import { HttpProblem } from './HttpProblem';

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

/** Runs one exchange, which a cancelled watch stops, and says as a failure what kept it from its end. */
export async function exchange<T>(
  chosen: Partial<HttpOptions>,
  watch: Watch,
  work: (client: HttpClient) => Promise<T>,
): Promise<Result<T>> {
  const options = { ...USUAL, ...chosen };
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
