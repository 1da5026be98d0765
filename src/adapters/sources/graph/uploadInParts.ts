import { z } from 'zod';
import type { Watch } from '../../../core/Watch';
import { HttpClient } from '../http/HttpClient';
import { unreachable } from '../http/httpFailures';
import { HttpProblem } from '../http/HttpProblem';
import type { DriveItem } from './DriveItem';
import type { GraphClient } from './GraphClient';
import { partOf, type ItemAddress } from './ItemAddress';

/** Parts have to be multiples of 320 KiB; Microsoft advises 5 to 10 MiB. */
export const PART = 16 * 320 * 1024;
/** How often a session that gets no further is gone on with. */
const MOST_BREAKS = 8;
/** How often a session may be lost. */
const MOST_SESSIONS = 3;

const sessionSchema = z.object({ uploadUrl: z.string() });
const stateSchema = z.object({ nextExpectedRanges: z.array(z.string()).nullish() });

/**
 * Makes a new file in parts, and gives what stands there. Nothing of it is seen before its last part is in; where one has come to stand there
 * meanwhile, that is the failure `changed`. A part that got lost is sent again from where the session says, and a session that is gone begins anew.
 * Throws a HttpProblem.
 */
export async function uploadInParts(graph: GraphClient, address: ItemAddress, bytes: Uint8Array, watch: Watch): Promise<DriveItem> {
  for (let session = 1; ; session++) {
    const url = await open(graph, address);
    const done = await new Upload(graph, url, bytes, watch).send().catch(async (error: unknown) => {
      await giveUp(graph, url);
      throw error;
    });
    if (done !== 'gone') return done;
    // A session also goes when its last part is in and the answer got lost: whoever began looks what stands there.
    if (session >= MOST_SESSIONS || (await graph.item(address)) !== null) throw lost(graph, url);
  }
}

async function open(graph: GraphClient, address: ItemAddress): Promise<URL> {
  const response = await graph.send(partOf(address, 'createUploadSession'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ item: { '@microsoft.graph.conflictBehavior': 'fail' } }),
  });
  const session = sessionSchema.safeParse(await graph.json(response, true));
  return graph.address(session.success ? session.data.uploadUrl : null);
}

class Upload {
  readonly #graph: GraphClient;
  readonly #url: URL;
  readonly #bytes: Uint8Array;
  readonly #watch: Watch;
  #at = 0;

  constructor(graph: GraphClient, url: URL, bytes: Uint8Array, watch: Watch) {
    this.#graph = graph;
    this.#url = url;
    this.#bytes = bytes;
    this.#watch = watch;
  }

  async send(): Promise<DriveItem | 'gone'> {
    let furthest = 0;
    for (let breaks = 0; ;) {
      const done = await this.#part();
      if (done !== null) return done;
      breaks = this.#at > furthest ? 0 : breaks + 1;
      furthest = Math.max(furthest, this.#at);
      this.#watch.progress(`Writing ${this.#graph.options.what}`, this.#at / this.#bytes.length);
      if (breaks === 0) continue;
      if (breaks > MOST_BREAKS || !(await this.#graph.pause(200 * 2 ** Math.min(breaks, 4)))) throw lost(this.#graph, this.#url);
    }
  }

  /** Sends the next part; null where more are to come, or where it has to be sent again. */
  async #part(): Promise<DriveItem | 'gone' | null> {
    const { length } = this.#bytes;
    const end = Math.min(this.#at + PART, length);
    const headers = { 'Content-Range': `bytes ${this.#at}-${end - 1}/${length}`, 'Content-Type': 'application/octet-stream' };
    let response: Response;
    try {
      response = await this.#graph.bare.send(this.#url, { method: 'PUT', headers, body: this.#bytes.subarray(this.#at, end) });
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      return this.#look();
    }
    if (response.status === 200 || response.status === 201) return this.#graph.itemIn(response, true);
    if (response.status === 202) return this.#goOn(await this.#graph.json(response, true));
    if (response.status === 404 || response.status === 410) return gone(response);
    if (response.status === 416 || response.status >= 500) {
      await response.body?.cancel();
      if (response.status !== 507) return this.#look();
    }
    throw await this.#graph.refusal(response, true);
  }

  /** Asks the session what it has. */
  async #look(): Promise<'gone' | null> {
    try {
      const response = await this.#graph.bare.send(this.#url, { method: 'GET' });
      if (response.status === 404 || response.status === 410) return gone(response);
      if (response.ok) return this.#goOn(await this.#graph.json(response, true));
      await response.body?.cancel();
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
    return null;
  }

  /** Goes to where the session lacks bytes; where it does not say, to where it was. */
  #goOn(answer: unknown): null {
    const state = stateSchema.safeParse(answer);
    const next = Number(/^\d+/.exec(state.data?.nextExpectedRanges?.[0] ?? '')?.[0] ?? NaN);
    if (Number.isInteger(next) && next >= 0 && next < this.#bytes.length) this.#at = next;
    return null;
  }
}

async function gone(response: Response): Promise<'gone'> {
  await response.body?.cancel();
  return 'gone';
}

/** Takes back what was sent of it, also after it was cancelled; what stays runs out by itself. */
async function giveUp({ bare }: GraphClient, url: URL): Promise<void> {
  const last = new HttpClient(bare.options, AbortSignal.timeout(5_000));
  await last.send(url, { method: 'DELETE' }).catch(() => undefined);
}

function isUnreachable(error: unknown): boolean {
  return error instanceof HttpProblem && error.failure.code === 'unreachable';
}

function lost({ options }: GraphClient, url: URL): HttpProblem {
  return new HttpProblem(unreachable(url, options, true));
}
