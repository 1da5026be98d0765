import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import type { Explanation } from '../app/explainGaps';
import type { Failure } from '../core/Result';
import type { Steps } from '../core/Steps';
import type { Reply } from './messages';

/** Works out why headlines differ, a slice of time after the other, so that the worker can answer other requests in between. */
export interface GapExplainer {
  /** Begins it for the request `id`; what was at work before is outdated. */
  start(id: number, compared: ComparedWorkbooks, locale: string): void;
  /** Ends what was asked for with this id, without an answer. */
  stop(id: number): void;
  /** What it was asked about is compared no longer: ends it with the failure `outdated`. */
  outdate(): void;
}

/** How long it works before others have their turn, in milliseconds. */
const SLICE = 40;

/** A gap explainer that answers through `say`. Whatever it throws becomes a failure. */
export function createGapExplainer(
  say: (reply: Reply) => void,
  explain: (compared: ComparedWorkbooks, locale: string) => Steps<Explanation>,
): GapExplainer {
  let running: { readonly id: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  /** Asked to stop before their turn came. */
  const unwanted = new Set<number>();

  function later(id: number, work: () => void): void {
    running = { id, timer: setTimeout(work, 0) };
  }

  function end(reply: Reply | null): void {
    clearTimeout(running?.timer);
    running = null;
    if (reply !== null) say(reply);
  }

  function* begin(compared: ComparedWorkbooks, locale: string): Steps<Explanation> {
    return yield* explain(compared, locale);
  }

  function slice(id: number, steps: Steps<Explanation>): void {
    try {
      const until = performance.now() + SLICE;
      for (;;) {
        const step = steps.next();
        if (step.done) return end({ id, say: 'bridged', explanation: step.value });
        if (performance.now() < until) continue;
        say({ id, say: 'progress', doing: 'Working out why', done: step.value });
        return later(id, () => slice(id, steps));
      }
    } catch (error) {
      end({ id, say: 'failed', failure: failureOf(error) });
    }
  }

  function outdate(): void {
    if (running === null) return;
    const message = 'Another comparison was made meanwhile.';
    end({ id: running.id, say: 'failed', failure: { code: 'outdated', message } });
  }

  return {
    start(id, compared, locale) {
      outdate();
      if (unwanted.delete(id)) return;
      const steps = begin(compared, locale);
      later(id, () => slice(id, steps));
    },
    stop(id) {
      if (running?.id === id) end(null);
      else unwanted.add(id);
    },
    outdate,
  };
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
