import type { Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RunRecord } from './RunRecord';
import type { ApplyOutcome } from './WorkbookHost';

/** A sync or an undo that did not come to its end, as the open workbook remembers it. */
export interface InterruptedRun {
  readonly at: string;
  readonly action: 'sync' | 'undo';
  /** Cells it was to write, and how many of them it had written. */
  readonly cells: number;
  readonly written: number;
  /**
   * Whether it can be finished: `unplanned` where the workbook does not keep what was to be done, as it was too much or is being taken back;
   * `undecided` where it cannot be told whether lines were moved.
   */
  readonly finish: 'possible' | 'unplanned' | 'undecided';
}

/** A run that was finished after all, as if it had never been interrupted. */
export interface FinishedRun {
  readonly outcome: ApplyOutcome;
  readonly record: RunRecord | null;
}

/** What became of syncs during which Excel crashed or stopped answering. */
export interface InterruptedRuns {
  /** The one that the open workbook remembers; null when there is none. */
  find(): Promise<Result<InterruptedRun | null>>;
  /** Takes back what it did. Cells that somebody changed since stay and are listed; after a failure it can be asked for again. */
  takeBack(watch: Watch): Promise<Result<ApplyOutcome>>;
  /** Does what is still to do, just as planned. Cells that somebody changed since stay and are listed; after a failure it can be asked for again. */
  finish(watch: Watch): Promise<Result<FinishedRun>>;
  /** Leaves the workbook as it is and forgets about it. */
  leave(): Promise<Result<null>>;
}
