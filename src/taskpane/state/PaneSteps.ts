import type { KeyedList } from '../../app/keyedWords';
import type { FinishedRun } from '../../app/ports/InterruptedRuns';
import type { SheetNamePair } from '../../app/ports/ComparisonEngine';
import type { EqualWithin } from '../../core/compare/EqualWithin';
import type { Official } from '../PaneServices';

/** The steps that take time; one runs at a time, and one that is asked for meanwhile is not done. */
export interface PaneSteps {
  compare(official: Official, sheetPairs: readonly SheetNamePair[]): void;
  /** Compares anew with the sheets paired and the keys chosen as they were. */
  compareAgain(official: Official): void;
  /** Compares anew with the rows of a list matched by these columns; none to have the key found. */
  compareBy(official: Official, list: KeyedList, columns: readonly string[]): void;
  /** Compares anew with this counting as equal, or with what is usual, and makes the workbook remember it once that is done. */
  compareWithin(official: Official, within: EqualWithin | 'usual'): void;
  /** Compares anew with the version that the open workbook was made from; null when nobody knows it. */
  compareSince(official: Official, base: Official | null): void;
  plan(take: readonly string[], moves?: boolean, remove?: readonly string[]): void;
  /** Plans anew for the removals that are ticked now. */
  replan(): void;
  write(): void;
  undo(): void;
  /** Takes back what a receipt in the workbook tells of, be it days old. */
  undoReceipt(id: string): void;
  /** Takes back too what the last undo left because it holds something else by now. */
  undoLeft(): void;
  /** Remembers a sync, or an undo, that was finished after a crash. */
  finished(run: FinishedRun): Promise<void>;
  cancel(): void;
}
