import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server was asked, without the questions of a browser whether it may ask. */
export interface AskedOf {
  readonly method: string;
  readonly path: string;
  readonly isConditional: boolean;
  readonly status: number;
}

/** A server of files on loopback, with tags that change with the bytes, which pages of other origins may read. */
export class CatalogServer {
  readonly files = new Map<string, Uint8Array>();
  readonly asked: AskedOf[] = [];
  #server: Server | null = null;
  #port = 0;

  get url(): URL {
    return new URL(`http://127.0.0.1:${this.#port}/`);
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', this.url).pathname.slice(1));
      const { method = 'GET' } = request;
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Expose-Headers', 'ETag');
      response.setHeader('Cache-Control', 'no-cache');
      if (method === 'OPTIONS') {
        response.setHeader('Access-Control-Allow-Headers', 'If-None-Match, If-Range, Range, Authorization');
        response.setHeader('Access-Control-Max-Age', '600');
        response.writeHead(204).end();
        return;
      }
      const bytes = this.files.get(path);
      const tag = bytes && `"${createHash('sha256').update(bytes).digest('base64url')}"`;
      const isSame = tag !== undefined && request.headers['if-none-match'] === tag;
      const status = bytes === undefined ? 404 : isSame ? 304 : 200;
      this.asked.push({ method, path, isConditional: 'if-none-match' in request.headers, status });
      if (tag !== undefined) response.setHeader('ETag', tag);
      if (status !== 200) return void response.writeHead(status).end();
      response.writeHead(200, { 'Content-Length': bytes!.length, 'Content-Type': 'application/octet-stream' });
      response.end(method === 'HEAD' ? undefined : bytes);
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
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
