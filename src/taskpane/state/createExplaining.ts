import { reviewOf, type Review } from './PaneState';
import type { StepsContext } from './createSteps';

/** Has it worked out why the headlines of the comparison on show differ, without being asked and in nobody's way. */
export interface Explaining {
  /** Something may be to be explained, or no longer. */
  wake(): void;
  /** The user does not want to wait for it. */
  cancel(): void;
  close(): void;
}

/** A comparison to be explained, and how. */
type Wanted = Pick<Review, 'models' | 'regrouping'>;

/** So that a run of edits is explained once, in milliseconds. */
const SETTLE = 250;

/** Asks for the explanation of every comparison once it is on show; what comes too late for its comparison is dropped. */
export function createExplaining({ engine, state, dispatch }: Pick<StepsContext, 'engine' | 'state' | 'dispatch'>): Explaining {
  let running: (Wanted & { readonly stop: AbortController }) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wanted = (): Wanted | null => {
    const { stage } = state();
    return stage.at === 'review' && stage.review.why.at === 'wanted' ? stage.review : null;
  };
  const isSame = (one: Wanted | null, other: Wanted | null) => one?.models === other?.models && one?.regrouping === other?.regrouping;

  function wake(): void {
    if (running !== null && !isSame(reviewOf(state().stage), running)) {
      running.stop.abort();
      running = null;
    }
    const next = wanted();
    if (running !== null || next === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (running === null && isSame(wanted(), next)) void explain(next);
    }, SETTLE);
  }

  async function explain({ models, regrouping }: Wanted): Promise<void> {
    const own = (running = { models, regrouping, stop: new AbortController() });
    dispatch({ type: 'whyChanged', models, why: { at: 'working', done: 0 } });
    const progress = (_: string, done: number) => running === own && dispatch({ type: 'whyChanged', models, why: { at: 'working', done } });
    try {
      const explained = await engine.explainGaps({ signal: own.stop.signal, progress }, regrouping);
      // What was asked for since is another grouping of the same comparison.
      if (running !== own) return;
      if (explained.ok) dispatch({ type: 'whyChanged', models, why: { at: 'there', explanation: explained.value } });
      else if (explained.failure.code === 'cancelled') dispatch({ type: 'whyChanged', models, why: { at: 'stopped' } });
      else dispatch({ type: 'whyChanged', models, why: { at: 'failed', message: explained.failure.message } });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      dispatch({ type: 'whyChanged', models, why: { at: 'failed', message } });
    } finally {
      if (running === own) running = null;
    }
    wake();
  }

  return {
    wake,
    cancel: () => running?.stop.abort(),
    close() {
      clearTimeout(timer);
      running?.stop.abort();
    },
  };
}
