import type { Credentials } from '../../../app/ports/Credentials';
import { fail } from '../../../core/Result';
import { stayedBusy, unreachable, type Spoken } from './httpFailures';
import { HttpProblem } from './HttpProblem';
import { isSafe } from './isSafe';
import { retryAfter } from './retryAfter';

/** What an exchange needs from outside. */
export interface HttpOptions extends Spoken {
  readonly fetcher: typeof fetch;
  readonly credentials: Credentials | null;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly now: () => number;
  /** Milliseconds without a byte after which a download counts as broken off. */
  readonly idle: number;
  readonly mostBytes: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'PROPFIND' | 'POST' | 'PUT' | 'DELETE' | 'LOCK' | 'UNLOCK';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** How long the user is kept waiting in all for a server that asks to come back later. */
const MOST_WAIT = 30_000;
/** How often a server is asked again that does not say when. */
const RETRIES = 2;
/** How often a server is asked that says when. */
const MOST_RETRIES = 20;

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PROPFIND']);

/** What servers answer that are busy: 509 is Microsoft's word for too many bytes. */
const BUSY = new Set([429, 503, 509]);
/** What servers answer that stumble, which says nothing of what they did: Apache does while several take locks at once. */
const STUMBLED = new Set([500, 502, 504]);
/** What may be asked again without knowing whether it was done. */
const REPEATABLE: ReadonlySet<string> = new Set([...READS, 'LOCK', 'UNLOCK']);

/** Whether an answer's status says that the server failed at a request, and not whether it was done all the same. */
export function hasStumbled(status: number): boolean {
  return STUMBLED.has(status);
}

/** The requests of one exchange: authorized, cancellable, and sent again as long as the server says it is busy; reads also where it failed. */
export class HttpClient {
  readonly options: HttpOptions;
  readonly signal: AbortSignal;
  readonly #stopped: Promise<undefined>;
  #waited = 0;

  constructor(options: HttpOptions, signal: AbortSignal) {
    this.options = options;
    this.signal = signal;
    this.#stopped = new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
  }

  /** The answer, of whatever status; throws a HttpProblem where there is none. */
  async send(url: URL, request: HttpRequest): Promise<Response> {
    let authorization = await this.#authorization(url, request, null);
    let isRenewed = false;
    for (let attempt = 0; ; attempt++) {
      const response = await this.#once(url, request, authorization);
      if (response.status === 401 && !isRenewed) {
        isRenewed = true;
        const renewed = await this.#authorization(url, request, response.headers.get('www-authenticate') ?? '');
        if (renewed === null || renewed === authorization) return response;
        authorization = renewed;
        await response.body?.cancel();
        continue;
      }
      const isAskedAgain = BUSY.has(response.status) || (hasStumbled(response.status) && REPEATABLE.has(request.method));
      if (!isAskedAgain) return response;
      const asked = retryAfter(response.headers, this.options.now());
      if (asked === null && attempt >= RETRIES) return response;
      const pause = Math.max(asked ?? 500 * 2 ** attempt, 100);
      if (attempt >= MOST_RETRIES || this.#waited + pause > MOST_WAIT) throw new HttpProblem(stayedBusy(url, pause, this.options));
      await response.body?.cancel();
      await this.pause(pause);
    }
  }

  /** Waits, unless that is too long in all; false then. */
  async pause(milliseconds: number): Promise<boolean> {
    if (this.#waited + milliseconds > MOST_WAIT) return false;
    this.#waited += milliseconds;
    await Promise.race([this.options.wait(milliseconds), this.#stopped]);
    this.signal.throwIfAborted();
    return true;
  }

  /** Who is asking, told anew where the server no longer takes what it was told: sign-ins run out in the middle of things. */
  async #authorization({ origin }: URL, { method }: HttpRequest, refused: string | null): Promise<string | null> {
    const { credentials } = this.options;
    if (credentials === null) return null;
    this.signal.throwIfAborted();
    // Somebody may be signing in, which takes minutes, or have left the window open.
    const told = await Promise.race([credentials.authorization(origin, { isWriting: !READS.has(method), refused }), this.#stopped]);
    this.signal.throwIfAborted();
    if (told === undefined) throw new Error('Only what was aborted is stopped.');
    if (!told.ok) throw new HttpProblem(told);
    return told.value;
  }

  async #once(url: URL, { method, headers = {}, body }: HttpRequest, authorization: string | null): Promise<Response> {
    const { fetcher } = this.options;
    const init = {
      method,
      headers: authorization === null ? headers : { ...headers, Authorization: authorization },
      ...(body === undefined ? {} : { body: body as BodyInit }),
      signal: this.signal,
      credentials: 'same-origin',
      cache: 'no-cache',
    } as const;
    const response = await fetcher(url.href, init).catch(() => {
      this.signal.throwIfAborted();
      throw new HttpProblem(unreachable(url, this.options, method === 'PUT' || method === 'LOCK'));
    });
    if (response.url !== '' && !isSafe(new URL(response.url), url)) {
      const { what, unharmed } = this.options;
      throw new HttpProblem(
        fail(
          'insecure-link',
          `${url.host} leads on to an address that does not begin with https://. ${unharmed} Ask the owner of ${what} for the new link.`,
        ),
      );
    }
    return response;
  }
}
