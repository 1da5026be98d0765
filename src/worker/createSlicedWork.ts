import type { Failure } from '../core/Result';
import type { Steps } from '../core/Steps';
import type { Reply } from './messages';

/** Long calculations about the present comparison, a slice of time after the other, so that the worker can answer other requests in between. */
export interface SlicedWork {
  /** Begins one for the request `id`. Whatever it throws becomes a failure. */
  start<T>(id: number, begin: () => Steps<T>, replies: SlicedReplies<T>): void;
  /** Ends what was asked for with this id, without an answer. */
  stop(id: number): void;
  /** What it is all about is compared no longer: ends it with the failure `outdated`. */
  outdate(): void;
}

/** What is said of a calculation. */
interface SlicedReplies<T> {
  /** A phrase such as `Working out why`. */
  readonly doing: string;
  readonly done: (value: T) => Reply;
}

/** How long one works before others have their turn, in milliseconds. */
const SLICE = 40;

/** Sliced work that answers through `say`. */
export function createSlicedWork(say: (reply: Reply) => void): SlicedWork {
  /** The turn that each is waiting for, by its id. */
  const running = new Map<number, ReturnType<typeof setTimeout>>();
  /** Asked to stop before they began. */
  const unwanted = new Set<number>();

  function later(id: number, work: () => void): void {
    running.set(id, setTimeout(work, 0));
  }

  function end(id: number, reply: Reply | null): void {
    clearTimeout(running.get(id));
    running.delete(id);
    if (reply !== null) say(reply);
  }

  function slice<T>(id: number, steps: Steps<T>, replies: SlicedReplies<T>): void {
    try {
      const until = performance.now() + SLICE;
      for (;;) {
        const step = steps.next();
        if (step.done) return end(id, replies.done(step.value));
        if (performance.now() < until) continue;
        say({ id, say: 'progress', doing: replies.doing, done: step.value });
        return later(id, () => slice(id, steps, replies));
      }
    } catch (error) {
      end(id, { id, say: 'failed', failure: failureOf(error) });
    }
  }

  return {
    start(id, begin, replies) {
      if (unwanted.delete(id)) return;
      const steps = begun(begin);
      later(id, () => slice(id, steps, replies));
    },
    stop(id) {
      if (running.has(id)) end(id, null);
      else unwanted.add(id);
    },
    outdate() {
      const failure = { code: 'outdated', message: 'Another comparison was made meanwhile.' };
      for (const id of [...running.keys()]) end(id, { id, say: 'failed', failure });
    },
  };
}

/** Begun in its first slice, where what it throws is caught. */
function* begun<T>(begin: () => Steps<T>): Steps<T> {
  return yield* begin();
}

function failureOf(error: unknown): Failure {
  if (error instanceof RangeError) {
    const message = 'The two workbooks are too large to work it out here. The comparison is not affected.';
    return { code: 'too-large', message };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'unexpected',
    message: `Tieout itself made a mistake (${detail}). The comparison is not affected. Try again; if it happens again, report it.`,
  };
}
