import type { ListedFile } from '../../../app/ports/RemotePlace';
import { cannotList } from '../cannotList';
import { filesIn } from './filesIn';
import type { HttpClient } from './HttpClient';
import { noFolder, refusedBy } from './httpFailures';
import { HttpProblem } from './HttpProblem';
import { textOf } from './textOf';

const ASK = '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>';

/** What a WebDAV server says is right in a folder (RFC 4918); `url` ends with a slash. Throws a HttpProblem. */
export async function listFolder(client: HttpClient, url: URL): Promise<readonly ListedFile[]> {
  const headers = { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' };
  const response = await client.send(url, { method: 'PROPFIND', headers, body: ASK });
  if (response.status === 404 || response.status === 410) throw new HttpProblem(noFolder(url, client.options));
  if ([400, 405, 501].includes(response.status)) throw new HttpProblem(cannotList(url.host));
  if (!response.ok) throw new HttpProblem(refusedBy(url, response.status, client.options, false));
  // A server that knows no such question may answer it as if it were another.
  const files = response.status === 207 ? filesIn(await textOf(client, response), url) : null;
  if (files === null) throw new HttpProblem(cannotList(url.host));
  return files;
}
