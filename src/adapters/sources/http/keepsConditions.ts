import type { HttpClient } from './HttpClient';
import { refusedBy } from './httpFailures';
import { HttpProblem } from './HttpProblem';

/**
 * Whether a server without locks looks at `If-Match` and `If-None-Match` before it writes, found out with a file of its own beside `url` that
 * goes again: some servers write whatever these say, and the first to notice would be whoever lost a version. Throws a HttpProblem.
 */
export async function keepsConditions(client: HttpClient, url: URL): Promise<boolean> {
  const probe = new URL(`.tieout-check-${crypto.randomUUID()}`, url);
  probe.search = '';
  const put = async (headers: Record<string, string>) => {
    const response = await client.send(probe, { method: 'PUT', headers, body: 'Tieout looks whether this server keeps versions apart.' });
    await response.body?.cancel();
    return response;
  };
  const first = await put({ 'If-None-Match': '*' });
  if (!first.ok) throw new HttpProblem(refusedBy(url, first.status, client.options, true));
  try {
    return (await put({ 'If-None-Match': '*' })).status === 412 && (await put({ 'If-Match': '"no-such-version"' })).status === 412;
  } finally {
    await client.send(probe, { method: 'DELETE' }).catch(() => undefined);
  }
}
