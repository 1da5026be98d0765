import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server was asked, without the questions of a browser whether it may ask. */
export interface AskedOf {
  readonly method: string;
  readonly path: string;
  /** The address as it was asked for, with all that is in it. */
  readonly address: string;
  readonly isConditional: boolean;
  readonly status: number;
}

/** A server of files on loopback, with tags that change with the bytes, which pages of other origins may read. */
export class CatalogServer {
  readonly files = new Map<string, Uint8Array>();
  readonly asked: AskedOf[] = [];
  /** Whether whoever asks may write. */
  writable = true;
  /** What whoever asks has to send as `Authorization`; null where anybody may read. */
  authorization: string | null = null;
  #server: Server | null = null;
  #port = 0;

  get url(): URL {
    return new URL(`http://127.0.0.1:${this.#port}/`);
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', this.url).pathname.slice(1));
      const { method = 'GET', url: address = '/' } = request;
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Expose-Headers', 'ETag');
      response.setHeader('Cache-Control', 'no-cache');
      if (method === 'OPTIONS') {
        response.setHeader(
          'Access-Control-Allow-Headers',
          'If-None-Match, If-Match, If-Range, Range, Authorization, Content-Type, Depth, Timeout',
        );
        response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, PUT, DELETE, LOCK');
        response.setHeader('Access-Control-Max-Age', '600');
        response.writeHead(204).end();
        return;
      }
      if (this.authorization !== null && request.headers.authorization !== this.authorization) {
        this.asked.push({ method, path, address, isConditional: false, status: 401 });
        // Some servers tell whoever asks what they were sent.
        response.writeHead(401, { 'WWW-Authenticate': `Basic realm="${request.headers.authorization ?? ''}"` });
        return void response.end(JSON.stringify(request.headers));
      }
      const bytes = this.files.get(path);
      const tag = bytes && `"${createHash('sha256').update(bytes).digest('base64url')}"`;
      if (method !== 'GET' && method !== 'HEAD')
        return void this.#change(request, path, tag).then((status) => {
          this.asked.push({
            method,
            path,
            address,
            isConditional: 'if-match' in request.headers || 'if-none-match' in request.headers,
            status,
          });
          response.writeHead(status).end();
        });
      const isSame = tag !== undefined && request.headers['if-none-match'] === tag;
      const status = bytes === undefined ? 404 : isSame ? 304 : 200;
      this.asked.push({ method, path, address, isConditional: 'if-none-match' in request.headers, status });
      if (tag !== undefined) response.setHeader('ETag', tag);
      if (status !== 200) return void response.writeHead(status).end();
      response.writeHead(200, { 'Content-Length': bytes!.length, 'Content-Type': 'application/octet-stream' });
      response.end(method === 'HEAD' ? undefined : bytes);
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** The status of a request that would change a file, which is done only if the file is as the request says. */
  async #change(request: IncomingMessage, path: string, tag: string | undefined): Promise<number> {
    const { method, headers } = request;
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part as Uint8Array);
    if (method !== 'PUT' && method !== 'DELETE') return 405;
    if (!this.writable) return 403;
    if (headers['if-none-match'] === '*' && tag !== undefined) return 412;
    if (headers['if-match'] !== undefined && headers['if-match'] !== tag) return 412;
    if (method === 'DELETE') return this.files.delete(path) ? 204 : 404;
    this.files.set(path, new Uint8Array(Buffer.concat(parts)));
    return tag === undefined ? 201 : 204;
  }

  /** Takes the server away; `start` brings it back at the same address. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
