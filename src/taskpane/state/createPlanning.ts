import type { PlanRequest } from '../../app/ports/ComparisonEngine';
import { isRemovable } from '../../core/sync/chooseDifferences';
import type { Watch } from '../../core/Watch';
import type { PaneServices } from '../PaneServices';
import type { Strings } from '../strings';
import { failureNotice } from './failureNotice';
import type { PaneSteps } from './PaneSteps';
import type { PaneEvent } from './PaneEvent';
import { reviewOf, type PaneState } from './PaneState';

interface PlanningContext extends Pick<PaneServices, 'host' | 'engine'> {
  readonly strings: Strings;
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** What can stop the work that is going on; null where none is. */
  readonly going: () => AbortController | null;
  readonly setGoing: (running: AbortController | null) => void;
  readonly run: (work: 'planning', step: (watch: Watch) => Promise<void>) => Promise<void>;
}

/** Planning what is ticked, and planning it anew as ticks change on the plan. */
export function createPlanning({ host, engine, strings, state, dispatch, going, setGoing, run }: PlanningContext): Pick<
  PaneSteps,
  'plan'
> & {
  readonly replan: () => Promise<void>;
  readonly movedSinceCompared: () => boolean;
} {
  /** Says so and leaves the plan when cells no longer stand where the comparison found them: an equal neighbour might be overwritten. */
  function movedSinceCompared(): boolean {
    if ((reviewOf(state().stage)?.shifts.length ?? 0) === 0) return false;
    dispatch({ type: 'planLeft' });
    const { failed, movedSinceCompared: message } = strings.notices;
    dispatch({ type: 'noticed', notice: { tone: 'warning', title: failed.planning, message, details: [] } });
    return true;
  }

  const able = (): Pick<PlanRequest, 'notes'> => (host.changesNotes() ? {} : { notes: false });

  function plan(take: readonly string[], moves = true, remove: readonly string[] = []): void {
    if (going() !== null || movedSinceCompared()) return;
    void run('planning', async (watch) => {
      const planned = await engine.plan({ take, remove, moves, ...able() }, watch);
      if (!planned.ok)
        return dispatch({ type: 'workEnded', notice: failureNotice(strings.notices.failed.planning, planned.failure, strings) });
      dispatch({
        type: 'planned',
        draft: { plan: planned.value, take, removable: removable(take), remove, outside: [], moves, stale: false },
      });
    });
  }

  /** Those of the differences that only local has and that can be deleted. */
  function removable(take: readonly string[]): readonly string[] {
    const taken = new Set(take);
    const all = reviewOf(state().stage)?.models.comparison.differences ?? [];
    return all.filter((difference) => taken.has(difference.id) && isRemovable(difference)).map(({ id }) => id);
  }

  /** Ticks made while a plan is made are planned next. */
  async function replan(): Promise<void> {
    if (going() !== null) return;
    const running = new AbortController();
    setGoing(running);
    try {
      for (;;) {
        const { stage } = state();
        if (stage.at !== 'plan') return;
        const { draft } = stage;
        const { take, remove, outside, moves } = draft;
        const planned = await engine.plan(
          { take, remove, outside, moves, ...able() },
          { signal: running.signal, progress: () => undefined },
        );
        if (!planned.ok)
          return dispatch({ type: 'workEnded', notice: failureNotice(strings.notices.failed.planning, planned.failure, strings) });
        const after = state().stage;
        if (after.at !== 'plan' || after.draft.remove !== remove || after.draft.outside !== outside) continue;
        return dispatch({ type: 'planned', draft: { ...draft, plan: planned.value, stale: false } });
      }
    } finally {
      setGoing(null);
    }
  }

  return { plan, replan, movedSinceCompared };
}
