import type { FileState } from '../../../app/ports/RemoteFile';
import { fail } from '../../../core/Result';
import type { Watch } from '../../../core/Watch';
import { releaseLock, takeLock } from './davLock';
import { download } from './download';
import { isSameTag } from './entityTag';
import type { HttpClient } from './HttpClient';
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
    const written = await uploadOnce(client, url, bytes, expected, watch, attempt === MOST_ATTEMPTS);
    if (written !== 'lock lost') return written;
  }
}

/** So often a server may forget a lock: Apache does where files that are not there yet are locked at the same time. */
const MOST_ATTEMPTS = 5;

async function uploadOnce(
  client: HttpClient,
  url: URL,
  bytes: Uint8Array,
  expected: string | null,
  watch: Watch,
  isLast: boolean,
): Promise<FileState | 'lock lost'> {
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
    const written = await put(client, url, headers, bytes, watch, lock !== null && !isLast);
    if (written !== 'lock lost') watch.progress(`Writing ${client.options.what}`, 1);
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
  mayLoseLock: boolean,
): Promise<FileState | 'lock lost'> {
  try {
    const response = await client.send(url, { method: 'PUT', headers, body: bytes });
    await response.body?.cancel();
    // The lock is the one condition; whether the file changed too is seen by locking and looking once more.
    if (response.status === 412 && mayLoseLock) return 'lock lost';
    if (!response.ok) throw new HttpProblem(refusedBy(url, response.status, client.options, true));
  } catch (error) {
    if (!(error instanceof HttpProblem && error.failure.code === 'unreachable')) throw error;
    return writtenAllTheSame(client, url, bytes, watch, error);
  }
  const now = await lookAt(client, url, null);
  if (now === 'same' || now === null || (now.size !== null && now.size !== bytes.length)) {
    throw new HttpProblem(changedThere(client.options.what));
  }
  return now;
}

/** The answer to a write got lost: what stands there says whether it was done. */
async function writtenAllTheSame(client: HttpClient, url: URL, bytes: Uint8Array, watch: Watch, lost: HttpProblem): Promise<FileState> {
  const now = await download(client, url, watch, null);
  if (now === 'same' || !isEqual(now.bytes, bytes)) throw lost;
  return { tag: now.tag, size: now.size, modified: now.modified };
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
