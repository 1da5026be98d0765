import type { FinishedRun } from '../../app/ports/InterruptedRuns';
import type { Strings } from '../strings';
import type { Records } from './createRecords';
import type { PaneEvent } from './PaneEvent';
import { sayLeft } from './sayLeft';

interface FinishingContext {
  readonly records: Records;
  readonly strings: Strings;
  readonly dispatch: (event: PaneEvent) => void;
  /** Told of the receipt of a sync that can be taken back from now on. */
  readonly synced: (receipt: string | null) => void;
}

/**
 * Makes the workbook remember a run that was finished after a crash as it would have remembered it, but for the base: official is not at hand,
 * so that the workbook goes by the version it agreed with before.
 */
export function createFinishing({ records, strings, dispatch, synced }: FinishingContext) {
  return async ({ outcome, record }: FinishedRun): Promise<void> => {
    const { cells, skipped, inverse } = outcome;
    const isSync = record?.kind === 'sync';
    // Of an undo that could take nothing back nothing is remembered.
    const isInVain = !isSync && inverse.length === 0 && skipped.length > 0;
    const remembered =
      record === null || isInVain
        ? null
        : record.kind === 'undo'
          ? await records.undone(record.of, outcome)
          : await records.synced({ receipt: { ...record.receipt, cells }, inverse }, false);
    if (isSync) {
      synced(remembered?.ok === true ? remembered.value : null);
      dispatch({ type: 'undoableChanged', outcome: inverse.length > 0 ? outcome : null });
    }
    const details = [
      ...sayLeft(skipped, strings),
      ...(remembered?.ok === false ? [strings.notices.notRemembered(remembered.failure.message)] : []),
    ];
    const { title, message } = strings.interrupted.finished(cells);
    dispatch({ type: 'noticed', notice: { tone: details.length === 0 ? 'done' : 'warning', title, message, details } });
  };
}
