import { randomUUID } from 'node:crypto';
import { Refusal, type GraphDrive, type Item } from './GraphDrive';

const UNIT = 320 * 1024;
const MOST_IN_A_PART = 60 * 1024 * 1024;

interface Session {
  readonly parent: Item;
  readonly name: string;
  received: Buffer;
  total: number | null;
}

interface Taken {
  readonly status: number;
  readonly answer: unknown;
  readonly made?: Item;
}

/** Upload sessions as Graph documents them: parts in their order and of the right size, one total, and the name looked at again at the end. */
export class UploadSessions {
  readonly #drive: GraphDrive;
  readonly #open = new Map<string, Session>();

  constructor(drive: GraphDrive) {
    this.#drive = drive;
  }

  get count(): number {
    return this.#open.size;
  }

  open(parent: Item, name: string): string {
    const id = randomUUID();
    this.#open.set(id, { parent, name, received: Buffer.alloc(0), total: null });
    return id;
  }

  /** Ends all that are open, as when their time has passed. */
  expire(): void {
    this.#open.clear();
  }

  take(method: string, id: string, contentRange: string | undefined, body: Buffer): Taken {
    const session = this.#open.get(id);
    if (!session) throw new Refusal(404, 'itemNotFound', 'uploadSessionNotFound');
    if (method === 'GET') return this.#state(200, session);
    if (method === 'DELETE') {
      this.#open.delete(id);
      return { status: 204, answer: null };
    }
    const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange ?? '')?.map(Number) ?? [];
    if (method !== 'PUT' || from === undefined || to! - from + 1 !== body.length) throw new Refusal(400, 'invalidRequest');
    if (body.length >= MOST_IN_A_PART) throw new Refusal(413, 'invalidRequest', 'maxFragmentLengthExceeded');
    if ((session.total ??= total!) !== total) throw new Refusal(400, 'invalidRequest', 'fragmentLengthMismatch');
    if (from < session.received.length) throw new Refusal(416, 'invalidRange', 'fragmentOverlap');
    if (from > session.received.length) throw new Refusal(416, 'invalidRange', 'fragmentOutOfOrder');
    if (to! + 1 < total && body.length % UNIT !== 0) throw new Refusal(400, 'invalidRequest');
    session.received = Buffer.concat([session.received, body]);
    if (session.received.length < total) return this.#state(202, session);
    try {
      const made = this.#drive.make(session.parent, session.name, session.received);
      this.#open.delete(id);
      return { status: 201, answer: null, made };
    } catch (error) {
      // Documented: the session stays, and what was sent last is asked for again.
      session.received = session.received.subarray(0, from);
      throw error;
    }
  }

  #state(status: number, { received }: Session): Taken {
    return { status, answer: { expirationDateTime: '2099-01-01T00:00:00Z', nextExpectedRanges: [`${received.length}-`] } };
  }
}
