import type { FileRead } from '../../../app/ports/RemoteFile';
import type { Watch } from '../../../core/Watch';
import { isSameTag, isStrong } from './entityTag';
import { contentTag, fileState } from './fileState';
import type { HttpClient } from './HttpClient';
import { emptyFile, refusedBy, tooLarge, unreachable, webPage } from './httpFailures';
import { HttpProblem } from './HttpProblem';

/** How often a download that breaks off is gone on with. */
const MOST_BREAKS = 12;

/**
 * The whole file behind a link, or `same` when its tag is still `known`. A download that breaks off goes on where it stopped, as long as the
 * server says for certain that it is still the same content, and begins anew where it does not. `isLookedAt`: the caller looks afterwards whether
 * the file is still the one that was sent. Throws a HttpProblem.
 */
export async function download(
  client: HttpClient,
  url: URL,
  watch: Watch,
  known: string | null,
  isLookedAt = false,
): Promise<'same' | FileRead> {
  return new Download(client, url, watch, isLookedAt).read(known);
}

class Download {
  readonly #client: HttpClient;
  readonly #url: URL;
  readonly #watch: Watch;
  readonly #isLookedAt: boolean;
  #state: ReturnType<typeof fileState> = { tag: null, size: null, modified: null };
  #chunks: Uint8Array[] = [];
  #received = 0;

  constructor(client: HttpClient, url: URL, watch: Watch, isLookedAt: boolean) {
    this.#client = client;
    this.#url = url;
    this.#watch = watch;
    this.#isLookedAt = isLookedAt;
  }

  async read(known: string | null): Promise<'same' | FileRead> {
    this.#progress();
    for (let breaks = 0; ; breaks++) {
      const before = this.#received;
      try {
        const response = await this.#ask(known);
        if (response === null) return 'same';
        if ((await this.#receive(response)) && (await this.#isStill())) break;
      } catch (error) {
        // Only a download that has begun is gone on with: a server that was never there is told at once.
        const isGone = error instanceof HttpProblem && error.failure.code === 'unreachable' && this.#received > 0;
        if (!isGone) throw error;
      }
      const pause = this.#received > before ? 100 : 500 * 2 ** Math.min(breaks, 4);
      if (breaks >= MOST_BREAKS || !(await this.#client.pause(pause)))
        throw new HttpProblem(unreachable(this.#url, this.#client.options, false));
    }
    if (this.#received === 0) throw new HttpProblem(emptyFile(this.#client.options));
    const bytes = joined(this.#chunks, this.#received);
    return { bytes, tag: this.#state.tag ?? (await contentTag(bytes)), size: bytes.length, modified: this.#state.modified };
  }

  /** Asks for what is missing, or for all; null when all is the same as `known`. */
  async #ask(known: string | null): Promise<Response | null> {
    const { tag } = this.#state;
    const goesOn = this.#received > 0 && tag !== null && isStrong(tag);
    const headers: Record<string, string> = goesOn ? { Range: `bytes=${this.#received}-`, 'If-Range': tag } : {};
    if (this.#received === 0 && known !== null && isEntityTag(known)) headers['If-None-Match'] = known;
    const response = await this.#client.send(this.#url, { method: 'GET', headers });
    if (response.status === 304 && headers['If-None-Match'] !== undefined) return null;
    if (goesOn && response.status === 206 && this.#isRest(response, tag)) return response;
    this.#forget();
    if (goesOn && (response.status === 206 || response.status === 416)) {
      await response.body?.cancel();
      return this.#ask(null);
    }
    if (!response.ok || response.status === 206) throw new HttpProblem(refusedBy(this.#url, response.status, this.#client.options, false));
    if (/\btext\/html\b/.test(response.headers.get('content-type') ?? '')) throw new HttpProblem(webPage(this.#client.options));
    this.#state = fileState(response.headers);
    return response;
  }

  #isRest(response: Response, tag: string): boolean {
    const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
    const theirs = response.headers.get('etag');
    return Number(from) === this.#received && Number(total) === this.#state.size && theirs !== null && isSameTag(theirs, tag);
  }

  /**
   * Whether the file is still the one that was sent. A server may send the head of one version and the body of the next, of the same length,
   * when it is written meanwhile: Apache httpd does. False means to begin anew.
   */
  async #isStill(): Promise<boolean> {
    const { tag } = this.#state;
    if (tag === null || this.#isLookedAt) return true;
    const now = await this.#client.send(this.#url, { method: 'HEAD' }).catch(() => null);
    const theirs = now?.ok === true ? now.headers.get('etag') : null;
    if (theirs === null || isSameTag(theirs, tag)) return true;
    this.#forget();
    return false;
  }

  #forget(): void {
    this.#state = { tag: null, size: null, modified: null };
    this.#chunks = [];
    this.#received = 0;
  }

  /** Takes what comes; false when it breaks off before its end. */
  async #receive(response: Response): Promise<boolean> {
    const { mostBytes, idle } = this.#client.options;
    if ((this.#state.size ?? 0) > mostBytes) throw await this.#tooLarge(response.body);
    const reader = response.body?.getReader();
    let isStalled = false;
    const stall = () => {
      isStalled = true;
      void reader?.cancel().catch(() => undefined);
    };
    let stalling = setTimeout(stall, idle);
    try {
      while (reader) {
        const { done, value } = await reader.read();
        this.#client.signal.throwIfAborted();
        if (done) break;
        clearTimeout(stalling);
        stalling = setTimeout(stall, idle);
        this.#chunks.push(value);
        this.#received += value.length;
        if (this.#received > mostBytes) throw await this.#tooLarge(reader);
        this.#progress();
      }
    } catch (error) {
      if (error instanceof HttpProblem) throw error;
      this.#client.signal.throwIfAborted();
      return false;
    } finally {
      clearTimeout(stalling);
    }
    return !isStalled && (this.#state.size === null || this.#received === this.#state.size);
  }

  async #tooLarge(stream: { cancel: () => Promise<void> } | null): Promise<HttpProblem> {
    await stream?.cancel().catch(() => undefined);
    return new HttpProblem(tooLarge(this.#client.options));
  }

  #progress(): void {
    const { size } = this.#state;
    this.#watch.progress(`Fetching ${this.#client.options.what}`, size ? Math.min(1, this.#received / size) : 0);
  }
}

/** Whether a tag came from a server, rather than from content of which it gave none. */
function isEntityTag(tag: string): boolean {
  return /^(?:W\/)?"/.test(tag);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
