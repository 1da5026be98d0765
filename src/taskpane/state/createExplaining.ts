import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { reviewOf } from './PaneState';
import type { StepsContext } from './createSteps';

/** Has it worked out why the headlines of the comparison on show differ, without being asked and in nobody's way. */
export interface Explaining {
  /** Something may be to be explained, or no longer. */
  wake(): void;
  /** The user does not want to wait for it. */
  cancel(): void;
  close(): void;
}

/** So that a run of edits is explained once, in milliseconds. */
const SETTLE = 250;

/** Asks for the explanation of every comparison once it is on show; what comes too late for its comparison is dropped. */
export function createExplaining({ engine, state, dispatch }: Pick<StepsContext, 'engine' | 'state' | 'dispatch'>): Explaining {
  let running: { readonly models: ComparedModels; readonly stop: AbortController } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wanted = (): ComparedModels | null => {
    const { stage } = state();
    return stage.at === 'review' && stage.review.why.at === 'wanted' ? stage.review.models : null;
  };

  function wake(): void {
    if (running !== null && reviewOf(state().stage)?.models !== running.models) {
      running.stop.abort();
      running = null;
    }
    const models = wanted();
    if (running !== null || models === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (running === null && wanted() === models) void explain(models);
    }, SETTLE);
  }

  async function explain(models: ComparedModels): Promise<void> {
    const own = (running = { models, stop: new AbortController() });
    dispatch({ type: 'whyChanged', models, why: { at: 'working', done: 0 } });
    const progress = (_: string, done: number) => dispatch({ type: 'whyChanged', models, why: { at: 'working', done } });
    try {
      const explained = await engine.explainGaps({ signal: own.stop.signal, progress });
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
