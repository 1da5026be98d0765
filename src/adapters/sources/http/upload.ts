import type { FileState } from '../../../app/ports/RemoteFile';
import { fail } from '../../../core/Result';
import type { Watch } from '../../../core/Watch';
import { releaseLock, takeLock } from './davLock';
import { download } from './download';
import { isSameTag } from './entityTag';
import { hasStumbled, type HttpClient } from './HttpClient';
import { changedThere, refusedBy } from './httpFailures';
import { HttpProblem } from './HttpProblem';
import { keepsConditions } from './keepsConditions';
import { lookAt } from './lookAt';

/**
 * Writes a file that is still as `expected`, or, for null, not there yet, and gives its state. On a server with locks (WebDAV) the file is locked,
 * looked at and written; elsewhere the server is asked to write it only if it is unchanged, once it has shown that it looks at that.
 * Throws a HttpProblem.
 */
export async function upload(client: HttpClient, url: URL, bytes: Uint8Array, expected: string | null, watch: Watch): Promise<FileState> {
  watch.progress(`Writing ${client.options.what}`, 0);
  for (let attempt = 1; ; attempt++) {
    const written = await uploadOnce(client, url, bytes, expected, watch, attempt);
    if (written !== 'again') return written;
  }
}

/** So often a server may forget a lock: Apache does where files that are not there yet are locked at the same time. */
const MOST_LOCKS = 5;
/** So often a server may fail at a write. */
const MOST_STUMBLES = 3;

async function uploadOnce(
  client: HttpClient,
  url: URL,
  bytes: Uint8Array,
  expected: string | null,
  watch: Watch,
  attempt: number,
): Promise<FileState | 'again'> {
  const lock = await takeLock(client, url);
  try {
    const now = await lookAt(client, url, null);
    if (now === 'same' || !isAs(now, expected)) throw new HttpProblem(changedThere(client.options.what));
    if (lock === null && !(await keepsConditions(client, url))) throw new HttpProblem(unsafeStore(client, url));
    const headers: Record<string, string> = { 'Content-Type': 'application/octet-stream' };
    // A lock is for this one address, whatever path the server calls it by.
    if (lock !== null) headers['If'] = `(<${lock}>)`;
    else if (expected === null) headers['If-None-Match'] = '*';
    else headers['If-Match'] = now!.tag;
    const written = await put(client, url, headers, bytes, watch, lock === null ? Infinity : attempt);
    if (written !== 'again') watch.progress(`Writing ${client.options.what}`, 1);
    return written;
  } finally {
    if (lock !== null) await releaseLock(client, url, lock);
  }
}

function isAs(now: FileState | null, expected: string | null): boolean {
  return now === null ? expected === null : expected !== null && isSameTag(now.tag, expected);
}

async function put(
  client: HttpClient,
  url: URL,
  headers: Record<string, string>,
  bytes: Uint8Array,
  watch: Watch,
  attempt: number,
): Promise<FileState | 'again'> {
  try {
    const response = await client.send(url, { method: 'PUT', headers, body: bytes });
    await response.body?.cancel();
    // The lock is the one condition; whether the file changed too is seen by locking and looking once more.
    if (response.status === 412 && attempt < MOST_LOCKS) return 'again';
    if (hasStumbled(response.status)) {
      const found = await whatStands(client, url, bytes, watch);
      if (found !== null) return found;
      if (attempt < MOST_STUMBLES) return 'again';
    }
    if (!response.ok) throw new HttpProblem(refusedBy(url, response.status, client.options, true));
  } catch (error) {
    if (!(error instanceof HttpProblem && error.failure.code === 'unreachable')) throw error;
    const found = await whatStands(client, url, bytes, watch);
    if (found === null) throw error;
    return found;
  }
  const now = await lookAt(client, url, null);
  if (now === 'same' || now === null || (now.size !== null && now.size !== bytes.length)) {
    throw new HttpProblem(changedThere(client.options.what));
  }
  return now;
}

/** Where it is not known whether a write was done, what stands there says: the state of the file if it has these bytes, else null. */
async function whatStands(client: HttpClient, url: URL, bytes: Uint8Array, watch: Watch): Promise<FileState | null> {
  try {
    const now = await download(client, url, watch, null);
    if (now === 'same' || !isEqual(now.bytes, bytes)) return null;
    return { tag: now.tag, size: now.size, modified: now.modified };
  } catch (error) {
    if (error instanceof HttpProblem && ['empty-file', 'not-found'].includes(error.failure.code)) return null;
    throw error;
  }
}

function unsafeStore(client: HttpClient, url: URL): ReturnType<typeof fail> {
  const { what, unharmed } = client.options;
  return fail(
    'unsafe-store',
    `${url.host} does not look whether ${what} has changed before it writes, so one of two who publish at once would lose their version. ${unharmed} ` +
      'Ask whoever looks after it for WebDAV with locks, or publish to SharePoint or OneDrive.',
  );
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
