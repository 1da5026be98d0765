import type { ApplyOutcome } from '../../app/ports/WorkbookHost';
import { succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { PaneServices } from '../PaneServices';
import type { Strings } from '../strings';
import type { Records } from './createRecords';
import { failureNotice } from './failureNotice';
import type { PaneEvent } from './PaneEvent';
import type { LeftByUndo, Notice, PaneState } from './PaneState';
import { sayLeft } from './sayLeft';

interface UndoingContext extends Pick<PaneServices, 'host'> {
  readonly records: Records;
  readonly strings: Strings;
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  readonly run: (work: 'undoing', step: (watch: Watch) => Promise<void>) => Promise<void>;
  /** Compares again after a write; null when that did not succeed. */
  readonly verify: (watch: Watch) => Promise<unknown>;
}

/** How syncs are taken back. */
export function createUndoing({ host, records, strings, state, dispatch, run, verify }: UndoingContext) {
  const notices = strings.notices;

  /** Lines that came or went since put everything elsewhere. */
  function movedSince(): boolean {
    if (state().shiftsSinceSync.length === 0) return false;
    dispatch({ type: 'noticed', notice: { tone: 'warning', title: notices.failed.undoing, message: notices.movedSinceSync, details: [] } });
    return true;
  }

  function takeBack(receipt: string | null, find: () => Promise<Result<ApplyOutcome>>): void {
    if (movedSince()) return;
    void run('undoing', async (watch) => {
      const outcome = await find();
      const undone = outcome.ok ? await host.undo(outcome.value, watch, receipt === null ? null : { kind: 'undo', of: receipt }) : outcome;
      if (!undone.ok) return dispatch({ type: 'workEnded', notice: failureNotice(notices.failed.undoing, undone.failure, strings) });
      const { inverse, skipped, left = [] } = undone.value;
      // Of what could not be taken back at all nothing is remembered: it can be asked for again.
      const isInVain = inverse.length === 0 && skipped.length > 0;
      if (!isInVain) dispatch({ type: 'undoableChanged', outcome: null });
      const remembered = receipt === null || isInVain ? null : await records.undone(receipt, undone.value);
      const of: LeftByUndo['of'] = isInVain
        ? { sync: receipt, undo: null }
        : { sync: null, undo: remembered?.ok === true ? remembered.value : null };
      dispatch({ type: 'leftByUndo', left: left.length === 0 ? null : { of, steps: left } });
      await tell(undone.value, remembered?.ok === false ? remembered.failure : null, watch);
    });
  }

  /** Takes back too what the last undo left. */
  function undoLeft(): void {
    const left = state().left;
    if (left === null || movedSince()) return;
    void run('undoing', async (watch) => {
      const forced = await host.undo({ cells: 0, skipped: [], inverse: left.steps }, watch);
      if (!forced.ok) return dispatch({ type: 'workEnded', notice: failureNotice(notices.failed.undoing, forced.failure, strings) });
      const { inverse, left: still = [] } = forced.value;
      const isInVain = inverse.length === 0;
      let { of } = left;
      let unkept: Failure | null = null;
      if (!isInVain && of.undo !== null) unkept = await records.forced(of.undo, forced.value);
      else if (!isInVain && of.sync !== null) {
        const remembered = await records.undone(of.sync, forced.value);
        if (remembered.ok) of = { sync: null, undo: remembered.value };
        else unkept = remembered.failure;
      }
      if (!isInVain) dispatch({ type: 'undoableChanged', outcome: null });
      dispatch({ type: 'leftByUndo', left: still.length === 0 ? null : { of, steps: still } });
      await tell(forced.value, unkept, watch);
    });
  }

  async function tell({ cells, skipped, stopped, left = [] }: ApplyOutcome, unkept: Failure | null, watch: Watch): Promise<void> {
    // Those that can still be taken back are listed where that is offered.
    const listed = left.reduce((sum, { after }) => sum + after.flat().filter((content) => content !== null).length, 0);
    const details = [
      ...(listed === skipped.length ? [] : sayLeft(skipped, strings)),
      ...(unkept === null ? [] : [notices.notRemembered(unkept.message)]),
    ];
    const isWhole = details.length === 0 && skipped.length === 0;
    const notice: Notice = stopped
      ? { tone: 'failure', title: notices.failed.undoing, message: stopped.message, details }
      : { tone: isWhole ? 'done' : 'warning', ...notices.undone(cells, skipped.length), details };
    if ((await verify({ ...watch, signal: { aborted: false } })) === null) return dispatch({ type: 'workEnded', notice });
    dispatch({ type: 'noticed', notice });
  }

  return {
    /** Takes back the last sync of this session, of which this is the receipt. */
    undo(receipt: string | null): void {
      const outcome = state().undoable;
      if (outcome !== null) takeBack(receipt, () => Promise.resolve(succeed(outcome)));
    },
    undoReceipt(id: string): void {
      takeBack(id, async () => {
        const steps = await records.inverse(id);
        return steps.ok ? succeed({ cells: 0, skipped: [], inverse: steps.value }) : steps;
      });
    },
    undoLeft,
  };
}
