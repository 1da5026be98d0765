import type { Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { ApplyOutcome } from './WorkbookHost';

/** A sync or an undo that did not come to its end, as the open workbook remembers it. */
export interface InterruptedRun {
  readonly at: string;
  readonly action: 'sync' | 'undo';
  /** Cells it was to write, and how many of them it had written. */
  readonly cells: number;
  readonly written: number;
}

/** What became of syncs during which Excel crashed or stopped answering. */
export interface InterruptedRuns {
  /** The one that the open workbook remembers; null when there is none. */
  find(): Promise<Result<InterruptedRun | null>>;
  /** Takes back what it did. Cells that somebody changed since stay and are listed; after a failure it can be asked for again. */
  takeBack(watch: Watch): Promise<Result<ApplyOutcome>>;
  /** Leaves the workbook as it is and forgets about it. */
  leave(): Promise<Result<null>>;
}
