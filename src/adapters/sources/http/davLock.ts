import type { HttpClient } from './HttpClient';
import { refusedBy } from './httpFailures';
import { HttpProblem } from './HttpProblem';

const ASK =
  '<?xml version="1.0" encoding="utf-8"?><lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype><owner>Tieout</owner></lockinfo>';

/**
 * A lock that keeps everybody else from writing a file for two minutes (RFC 4918), as the token to write with; null where the server knows no
 * locks. Where there is no file the server makes an empty one. Waits a while for somebody else's. Throws a HttpProblem.
 */
export async function takeLock(client: HttpClient, url: URL): Promise<string | null> {
  for (;;) {
    const headers = { Depth: '0', Timeout: 'Second-120', 'Content-Type': 'application/xml; charset=utf-8' };
    const response = await client.send(url, { method: 'LOCK', headers, body: ASK });
    const text = await response.text();
    if (response.ok) return tokenIn(response.headers, text);
    if (response.status === 423) {
      if (await client.pause(500)) continue;
    } else if ([400, 404, 405, 501].includes(response.status)) return null;
    throw new HttpProblem(refusedBy(url, response.status, client.options, true));
  }
}

/** Gives a lock back; one that cannot be given back ends by itself. */
export async function releaseLock(client: HttpClient, url: URL, token: string): Promise<void> {
  await client.send(url, { method: 'UNLOCK', headers: { 'Lock-Token': `<${token}>` } }).catch(() => undefined);
}

// Pages of another origin are shown few headers, but the whole answer.
function tokenIn(headers: Headers, text: string): string | null {
  const token = /^<(.+)>$/.exec(headers.get('lock-token')?.trim() ?? '')?.[1];
  return token ?? /<(?:\w+:)?locktoken>\s*<(?:\w+:)?href>\s*([^<\s]+)\s*</i.exec(text)?.[1] ?? null;
}
