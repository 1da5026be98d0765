import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphDrive, Refusal, type Item, type Version } from './GraphDrive';
import { UploadSessions } from './UploadSessions';

/** A request as it came in. */
interface Seen {
  readonly method: string;
  /** `graph` for what wants to know who asks, `bytes` for the addresses that carry their own permission. */
  readonly at: 'graph' | 'bytes';
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/**
 * What goes wrong: an answer of its own; a body cut after so many bytes, shorter by so many than the item says, or sent byte by byte with so many
 * milliseconds between; a connection dropped before or after the request is done.
 */
type Fault =
  | { readonly status: number; readonly code?: string; readonly headers?: Record<string, string> }
  | { readonly cut: number }
  | { readonly shorter: number }
  | { readonly drip: number }
  | 'drop'
  | 'lose';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string | number>;
  readonly body?: Buffer;
}

type Scope = 'Files.Read' | 'Files.ReadWrite';

/** Microsoft Graph for one drive, as its documentation says, over HTTP on this computer: what it answers, not how fast or how often. */
export interface GraphServer {
  /** Where Graph answers. */
  readonly graph: URL;
  readonly drive: GraphDrive;
  readonly sessions: UploadSessions;
  readonly seen: Seen[];
  /** The most items on a page of a list. */
  pageSize: number;
  /** Items by the links that they are shared under. */
  readonly links: Map<string, Item>;
  /** Asked of each request, after it was noted. */
  fault: (seen: Seen, number: number) => Fault | null;
  /** A token that is taken so many times; then it has run out. */
  readonly issue: (scope: Scope, uses?: number) => string;
  readonly stop: () => Promise<void>;
}

/** What addresses in SharePoint begin with that are paths in the drive. */
export const SITE = 'https://contoso.sharepoint.com/sites/Finance/Shared%20Documents/';
const TICKET_USES = 100;

export async function startGraph(): Promise<GraphServer> {
  const drive = new GraphDrive();
  const tokens = new Map<string, { scope: Scope; uses: number }>();
  const tickets = new Map<string, { item: Item; uses: number }>();
  const old = new Map<string, Buffer>();
  const servers: Server[] = [];
  const started: GraphServer = {
    graph: new URL('http://127.0.0.1/'),
    drive,
    sessions: new UploadSessions(drive),
    seen: [],
    pageSize: 200,
    links: new Map(),
    fault: () => null,
    issue(scope, uses = Infinity) {
      const token = randomUUID();
      tokens.set(token, { scope, uses });
      return token;
    },
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
  const listen = async (at: Seen['at'], answer: (seen: Seen, body: Buffer) => Answer): Promise<URL> => {
    const server = createServer((request, response) => void serve(at, request, response, answer));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  };
  const bytes = await listen('bytes', answerBytes);
  const graph = new URL('v1.0/', await listen('graph', answerGraph));
  return Object.assign(started, { graph });

  async function serve(
    at: Seen['at'],
    request: IncomingMessage,
    response: ServerResponse,
    answer: (seen: Seen, body: Buffer) => Answer,
  ): Promise<void> {
    const seen = { method: request.method!, at, path: request.url!, headers: request.headers };
    const fault = started.fault(seen, started.seen.push(seen));
    if (fault === 'drop') return void response.destroy();
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const { status, headers, body } =
      typeof fault === 'object' && fault && 'status' in fault ? failing(fault) : said(() => answer(seen, Buffer.concat(chunks)));
    if (fault === 'lose') return void response.destroy();
    const how: { shorter?: number; cut?: number; drip?: number } =
      typeof fault === 'object' && fault !== null && !('status' in fault) ? fault : {};
    const whole = body !== undefined && how.shorter !== undefined ? body.subarray(0, body.length - how.shorter) : body;
    response.writeHead(status, { 'Content-Length': whole?.length ?? 0, ...headers });
    if (request.method === 'HEAD' || whole === undefined) return void response.end();
    if (how.cut !== undefined && how.cut < whole.length) return cut(response, whole.subarray(0, how.cut));
    if (how.drip !== undefined) return drip(response, whole, how.drip);
    response.end(whole);
  }

  function answerGraph({ method, path, headers }: Seen, body: Buffer): Answer {
    const token = tokens.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    if (!token || token.uses-- <= 0) throw new Refusal(401, 'InvalidAuthenticationToken');
    if (method !== 'GET' && token.scope !== 'Files.ReadWrite') throw new Refusal(403, 'accessDenied');
    const url = new URL(path, graph);
    const shared = /^\/v1\.0\/shares\/u!([\w-]+)\/driveItem$/.exec(url.pathname);
    if (shared) return told(itemOf(new URL(Buffer.from(shared[1]!, 'base64url').toString())), headers);
    const versions = /^(.+?):?\/versions(?:\/([^/]+))?(\/content)?$/.exec(url.pathname);
    const parts = /^\/v1\.0\/(?:me\/drive|drives\/([^/]+))\/(?:root|items\/([^/:]+))(?::\/([^:]+?)(?::\/(\w+))?|\/(\w+))?$/.exec(
      versions?.[1] ?? url.pathname,
    );
    if (!parts || (parts[1] && decodeURIComponent(parts[1]) !== drive.id)) throw new Refusal(404, 'itemNotFound');
    const from = parts[2] === undefined ? drive.root : drive.byId(parts[2]);
    if (from === null) throw new Refusal(404, 'itemNotFound');
    const names = parts[3]?.split('/').map(decodeURIComponent) ?? [];
    const { item, parent } = drive.find(from, names);
    if (versions) return method === 'GET' ? kept(item, url, versions[2], versions[3] !== undefined) : refuse();
    const part = parts[4] ?? parts[5];
    if (method === 'GET' && part === undefined) return told(item, headers);
    if (method === 'GET' && part === 'children') {
      if (item === null) throw new Refusal(404, 'itemNotFound');
      return children(item, url);
    }
    if (method === 'PUT' && part === 'content') {
      const written = put(
        item,
        parent,
        names.at(-1),
        body,
        headers['if-match'] ?? null,
        url.searchParams.get('@microsoft.graph.conflictBehavior'),
      );
      return json(item === null ? 201 : 200, drive.describe(written));
    }
    if (method === 'POST' && part === 'createUploadSession') {
      if (item !== null) throw new Refusal(409, 'nameAlreadyExists');
      if (parent === null || headers['content-type'] !== 'application/json') throw new Refusal(400, 'invalidRequest');
      const asked = JSON.parse(body.toString()) as { item: Record<string, string> };
      if (asked.item['@microsoft.graph.conflictBehavior'] !== 'fail') throw new Refusal(400, 'invalidRequest');
      return json(200, { uploadUrl: new URL(`up/${started.sessions.open(parent, names.at(-1)!)}`, bytes).href });
    }
    throw new Refusal(400, 'invalidRequest');
  }

  function refuse(): never {
    throw new Refusal(400, 'invalidRequest');
  }

  /** A page of the versions of a file, one of them, or where its bytes are; those of the current one are not served this way. */
  function kept(item: Item | null, url: URL, id: string | undefined, content: boolean): Answer {
    if (item?.bytes == null) throw new Refusal(404, 'itemNotFound');
    const all = drive.versionsOf(item);
    const told = ({ id: of, bytes: held, modified, by }: Version) => ({
      id: of,
      size: held.length,
      lastModifiedDateTime: modified.toISOString(),
      lastModifiedBy: { user: { id: 'u1', displayName: by } },
    });
    if (id === undefined) {
      const from = Number(url.searchParams.get('$skiptoken') ?? 0);
      const more = new URL(url);
      more.searchParams.set('$skiptoken', String(from + started.pageSize));
      return json(200, {
        value: all.slice(from, from + started.pageSize).map(told),
        ...(from + started.pageSize < all.length && { '@odata.nextLink': more.href }),
      });
    }
    const version = all.find((one) => one.id === decodeURIComponent(id));
    if (!version) throw new Refusal(404, 'itemNotFound');
    if (!content) return json(200, told(version));
    if (version === all[0]) throw new Refusal(400, 'invalidRequest');
    const ticket = randomUUID();
    old.set(ticket, version.bytes);
    return { status: 302, headers: { Location: new URL(`old/${ticket}`, bytes).href } };
  }

  /** A page of what is in a folder: no more than is asked for, nor than `pageSize`, and where the next one is. */
  function children(folder: Item, url: URL): Answer {
    const all = drive.childrenOf(folder);
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const size = Math.min(Number(url.searchParams.get('$top') ?? 200), started.pageSize);
    const more = new URL(url);
    more.searchParams.set('$skiptoken', String(from + size));
    return json(200, {
      value: all.slice(from, from + size).map((item) => drive.describe(item)),
      ...(from + size < all.length && { '@odata.nextLink': more.href }),
    });
  }

  function put(
    item: Item | null,
    parent: Item | null,
    name: string | undefined,
    body: Buffer,
    ifMatch: string | null,
    conflict: string | null,
  ): Item {
    if (item?.bytes) {
      // The default for PUT is to replace.
      if (conflict === 'fail') throw new Refusal(409, 'nameAlreadyExists');
      return drive.replace(item, body, ifMatch);
    }
    if (item !== null || parent === null || name === undefined) throw new Refusal(404, 'itemNotFound');
    if (ifMatch !== null) throw new Refusal(412, 'resourceModified');
    return drive.make(parent, name, body);
  }

  function answerBytes({ method, path, headers }: Seen, body: Buffer): Answer {
    // Documented: the token must not come along here.
    if (headers.authorization !== undefined) throw new Refusal(401, 'unauthenticated');
    const [, kind, id = ''] = path.split('/');
    if (kind === 'up') {
      const { status, answer, made } = started.sessions.take(method, id, headers['content-range'], body);
      return made ? json(201, drive.describe(made)) : answer === null ? { status } : json(status, answer);
    }
    const was = kind === 'old' ? old.get(id) : undefined;
    if (was) return { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: was };
    const ticket = tickets.get(id);
    if (!ticket || ticket.uses-- <= 0) throw new Refusal(401, 'unauthenticated');
    const all = drive.byId(ticket.item.id)?.bytes;
    if (!all) throw new Refusal(404, 'itemNotFound');
    const tag = { ETag: drive.eTag(ticket.item), 'Content-Type': 'application/octet-stream' };
    const from =
      headers['if-range'] === undefined || headers['if-range'] === tag.ETag ? /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] : undefined;
    if (from === undefined) return { status: 200, headers: tag, body: all };
    if (Number(from) >= all.length) return { status: 416 };
    const range = { ...tag, 'Content-Range': `bytes ${from}-${all.length - 1}/${all.length}` };
    return { status: 206, headers: range, body: all.subarray(Number(from)) };
  }

  function itemOf(link: URL): Item | null {
    const shared = started.links.get(link.href);
    if (shared) return shared;
    if (!link.href.startsWith(SITE.slice(0, -1))) return null;
    const names = link.pathname.slice(new URL(SITE).pathname.length).split('/').filter(Boolean).map(decodeURIComponent);
    return drive.find(drive.root, names).item;
  }

  function told(item: Item | null, headers: IncomingMessage['headers']): Answer {
    if (item === null) throw new Refusal(404, 'itemNotFound');
    if (drive.isSame(item, headers['if-none-match'])) return { status: 304 };
    if (item.bytes === null) return json(200, drive.describe(item));
    const ticket = randomUUID();
    tickets.set(ticket, { item, uses: TICKET_USES });
    return json(200, { ...drive.describe(item), '@microsoft.graph.downloadUrl': new URL(`down/${ticket}`, bytes).href });
  }
}

function json(status: number, value: unknown): Answer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}

function failing({
  status,
  code = 'generalException',
  headers = {},
}: {
  status: number;
  code?: string;
  headers?: Record<string, string>;
}): Answer {
  const answer = said(() => {
    throw new Refusal(status, code);
  });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** The answer, or the error as Graph writes it, with a message that is for developers. */
function said(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, inner } = error;
    const answer = json(status, {
      error: { code, message: 'For developers', innerError: { ...(inner ? { code: inner } : {}), date: '2026-11-23T10:00:00' } },
    });
    const challenge = { 'WWW-Authenticate': 'Bearer realm="", authorization_uri="https://login.example/authorize", error="invalid_token"' };
    return status === 401 ? { ...answer, headers: { ...answer.headers, ...challenge } } : answer;
  }
}

function cut(response: ServerResponse, sent: Buffer): void {
  if (sent.length === 0) response.flushHeaders();
  else response.write(sent);
  setTimeout(() => response.destroy(), 3);
}

function drip(response: ServerResponse, body: Buffer, pause: number): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at >= body.length) response.end();
    else response.write(body.subarray(at, ++at));
  }, pause);
  response.on('close', () => clearInterval(timer));
}
