import type { FileState } from '../../../app/ports/RemoteFile';
import { isSameTag } from './entityTag';
import { fileState } from './fileState';
import { download } from './download';
import type { HttpClient } from './HttpClient';
import { refusedBy } from './httpFailures';
import { HttpProblem } from './HttpProblem';

/** What a file is like now; `same` when its tag is still `known`, null when there is none or an empty one. Throws a HttpProblem. */
export async function lookAt(client: HttpClient, url: URL, known: string | null): Promise<'same' | FileState | null> {
  const headers: Record<string, string> = known === null ? {} : { 'If-None-Match': known };
  const response = await client.send(url, { method: 'HEAD', headers });
  if (response.status === 304 && known !== null) return 'same';
  if (response.status === 404 || response.status === 410) return null;
  // A server that gives no tag, or knows no HEAD, is known by its content only.
  if (response.status === 405 || response.status === 501 || (response.ok && response.headers.get('etag') === null)) {
    return lookInside(client, url, known);
  }
  if (!response.ok) throw new HttpProblem(refusedBy(url, response.status, client.options, false));
  const { tag, size, modified } = fileState(response.headers);
  if (size === 0) return null;
  return known !== null && isSameTag(tag!, known) ? 'same' : { tag: tag!, size, modified };
}

async function lookInside(client: HttpClient, url: URL, known: string | null): Promise<'same' | FileState | null> {
  const quiet = { progress: () => undefined, signal: client.signal };
  try {
    const read = await download(client, url, quiet, known);
    if (read === 'same') return read;
    const { tag, size, modified } = read;
    return tag === known ? 'same' : { tag, size, modified };
  } catch (error) {
    if (error instanceof HttpProblem && ['empty-file', 'not-found'].includes(error.failure.code)) return null;
    throw error;
  }
}
