import type { FileRead } from '../../../app/ports/RemoteFile';
import type { Watch } from '../../../core/Watch';
import { download } from '../http/download';
import { HttpClient, type HttpRequest } from '../http/HttpClient';
import { HttpProblem } from '../http/HttpProblem';
import { isSafe } from '../http/isSafe';
import { contentTagOf, driveItemSchema, type DriveItem } from './DriveItem';
import { errorCodes, notUnderstood, refusedByGraph } from './graphFailures';
import type { ItemAddress } from './ItemAddress';

/** The requests of one exchange with Graph. Whatever fails is thrown as a HttpProblem. */
export class GraphClient {
  /** The same client for addresses that carry their own permission: they must not be told who is asking. */
  readonly bare: HttpClient;
  readonly #client: HttpClient;
  readonly #graph: URL;

  /** `graph` is where Graph answers, `https://graph.microsoft.com/v1.0/`. */
  constructor(client: HttpClient, graph: URL) {
    this.#client = client;
    this.#graph = graph;
    this.bare = new HttpClient({ ...client.options, credentials: null }, client.signal);
  }

  get options(): HttpClient['options'] {
    return this.#client.options;
  }

  pause(milliseconds: number): Promise<boolean> {
    return this.#client.pause(milliseconds);
  }

  /** The answer, of whatever status, to a request at a path relative to where Graph answers. */
  send(path: string, request: HttpRequest): Promise<Response> {
    return this.#client.send(new URL(path, this.#graph), request);
  }

  /** What Graph tells of an item; null where there is none, `same` when its content still has the tag `known`. */
  async item({ path }: ItemAddress, known?: string): Promise<'same' | DriveItem | null> {
    // Tags of other stores may hold what no header can.
    const asks = known !== undefined && /^[\x21-\x7e]+$/.test(known);
    const response = await this.send(path, { method: 'GET', headers: asks ? { 'If-None-Match': known } : {} });
    if (response.status === 304 && asks) return 'same';
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    const item = await this.itemIn(response, false);
    return known !== undefined && contentTagOf(item) === known ? 'same' : item;
  }

  /** The item that is shared as `id`, for which the link is enough; null where there is none. */
  async shared(id: string): Promise<DriveItem | null> {
    const response = await this.send(`shares/${id}/driveItem`, { method: 'GET', headers: { Prefer: 'redeemSharingLinkIfNecessary' } });
    if (response.status !== 404) return this.itemIn(response, false);
    await response.body?.cancel();
    return null;
  }

  /** The item that an answer tells of. */
  async itemIn(response: Response, writing: boolean): Promise<DriveItem> {
    const item = driveItemSchema.safeParse(await this.json(response, writing));
    if (!item.success) throw new HttpProblem(notUnderstood(this.options));
    return item.data;
  }

  /** The JSON that an answer holds; throws what it refuses. */
  async json(response: Response, writing: boolean): Promise<unknown> {
    if (!response.ok) throw await this.refusal(response, writing);
    try {
      return await response.json();
    } catch {
      this.#client.signal.throwIfAborted();
      throw new HttpProblem(notUnderstood(this.options));
    }
  }

  /** The problem that an answer stands for. */
  async refusal(response: Response, writing: boolean): Promise<HttpProblem> {
    const codes = errorCodes(await response.text().catch(() => ''));
    return new HttpProblem(refusedByGraph(this.#graph, response.status, codes, this.options, writing));
  }

  /** The bytes at an address that carries its own permission, or, where Graph gave none, those that it leads on to from a path. */
  async bytes(given: string | null, path: string, watch: Watch): Promise<FileRead> {
    const read = await (given === null
      ? download(this.#client, new URL(path, this.#graph), watch, null)
      : download(this.bare, this.address(given), watch, null));
    if (read === 'same') throw new Error('Nothing was known of it that it could be the same as.');
    return read;
  }

  /** What Graph answered is nothing that is known. */
  notUnderstood(): ReturnType<typeof notUnderstood> {
    return notUnderstood(this.options);
  }

  /** An address at which a list goes on: only Graph itself is told who is asking. */
  within(given: string): URL {
    const url = this.address(given);
    if (url.origin === this.#graph.origin && url.pathname.startsWith(this.#graph.pathname)) return url;
    throw new HttpProblem(this.notUnderstood());
  }

  /** An address that Graph gives for the bytes themselves. */
  address(given: string | null | undefined): URL {
    if (given && URL.canParse(given)) {
      const url = new URL(given);
      if (isSafe(url, this.#graph) && url.protocol !== 'blob:') return url;
    }
    throw new HttpProblem(notUnderstood(this.options));
  }
}
