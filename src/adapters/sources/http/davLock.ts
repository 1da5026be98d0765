import type { HttpClient } from './HttpClient';
import { refusedBy } from './httpFailures';
import { HttpProblem } from './HttpProblem';

const XML = { Depth: '0', 'Content-Type': 'application/xml; charset=utf-8' };
const LOCKS = '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><lockdiscovery/></prop></propfind>';
const ACTIVE = /<(?:\w+:)?activelock\b[\s\S]*?<\/(?:\w+:)?activelock\s*>/gi;

/**
 * A lock that keeps everybody else from writing a file for two minutes (RFC 4918), as the token to write with; null where the server knows no
 * locks. Where there is no file the server makes an empty one. Waits a while for somebody else's. Throws a HttpProblem.
 */
export async function takeLock(client: HttpClient, url: URL): Promise<string | null> {
  const owner = `Tieout ${crypto.randomUUID()}`;
  for (;;) {
    const headers = { ...XML, Timeout: 'Second-120' };
    const response = await client.send(url, { method: 'LOCK', headers, body: lockFor(owner) });
    const text = await response.text();
    if (response.ok) return tokenIn(response.headers.get('lock-token'), text);
    if (response.status === 423) {
      const given = await lockOf(client, url, owner);
      if (given !== null) return given;
      if (await client.pause(500)) continue;
    } else if ([400, 404, 405, 501].includes(response.status)) return null;
    throw new HttpProblem(refusedBy(url, response.status, client.options, true));
  }
}

/** Gives a lock back; one that cannot be given back ends by itself. */
export async function releaseLock(client: HttpClient, url: URL, token: string): Promise<void> {
  await client.send(url, { method: 'UNLOCK', headers: { 'Lock-Token': `<${token}>` } }).catch(() => undefined);
}

function lockFor(owner: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype>' +
    `<owner>${owner}</owner></lockinfo>`
  );
}

/** The lock that the server says this owner has: it may have given it and failed at saying so. Null where it says none. */
async function lockOf(client: HttpClient, url: URL, owner: string): Promise<string | null> {
  const response = await client.send(url, { method: 'PROPFIND', headers: XML, body: LOCKS });
  const text = await response.text();
  const own = response.ok ? (text.match(ACTIVE) ?? []).find((lock) => lock.includes(owner)) : undefined;
  return own === undefined ? null : tokenIn(null, own);
}

// Pages of another origin are shown few headers, but the whole answer.
function tokenIn(header: string | null, text: string): string | null {
  const token = /^<(.+)>$/.exec(header?.trim() ?? '')?.[1];
  return token ?? /<(?:\w+:)?locktoken>\s*<(?:\w+:)?href>\s*([^<\s]+)\s*</i.exec(text)?.[1] ?? null;
}
