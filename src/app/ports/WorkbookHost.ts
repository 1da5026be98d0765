import type { Failure, Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RangesReading } from '../../core/workbook/Reading';
import type { CellUpdate, SheetRange } from '../../core/update/CellUpdate';
import type { SyncPlan, SyncStep, WriteStep } from '../../core/sync/SyncPlan';
import type { RunRecord } from './RunRecord';

/** The workbook that is open in Excel. */
export interface WorkbookHost {
  /** The open workbook's content: the file's bytes where Excel serves them, else its cells read range by range. */
  read(watch: Watch): Promise<Result<HostReading>>;
  /** What cells hold now: all of it where someone wrote, values alone where formulas were calculated. */
  readCells(edited: readonly SheetRange[], recalculated: readonly SheetRange[]): Promise<Result<CellUpdate>>;
  /** Whether what formulas show is what they give. */
  calculation(): Promise<Result<Calculation>>;
  /** Whether it lets add-ins change notes. */
  changesNotes(): boolean;
  /**
   * Runs the steps in batches and verifies them; on failure what was written is rolled back or listed. `record` is handed back by whoever
   * finishes it after a crash.
   */
  apply(plan: SyncPlan, watch: Watch, record?: RunRecord | null): Promise<Result<ApplyOutcome>>;
  /** Takes an applied sync back, cell by cell, last step first. */
  undo(outcome: ApplyOutcome, watch: Watch, record?: RunRecord | null): Promise<Result<ApplyOutcome>>;
  /** Its sheets in their order, but for those that only programs can show. */
  sheetNames(): Promise<Result<readonly string[]>>;
  /** The one cell that the user is at. */
  activeCell(): Promise<Result<HostCell>>;
  select(sheet: string, address: string): Promise<Result<null>>;
  highlight(marks: readonly HighlightMark[]): Promise<Result<null>>;
  clearHighlight(): Promise<Result<null>>;
  /** All three return a function which stops the listening. */
  onSelect(listener: (sheet: string, address: string) => void): () => void;
  onChange(listener: (change: HostChange) => void): () => void;
  /** Excel has calculated. */
  onCalculated(listener: () => void): () => void;
  /** A setting kept in the workbook; undefined when it was never set. The caller validates it. */
  getSetting(key: string): unknown;
  setSetting(key: string, value: unknown): Promise<Result<null>>;
}

/** `pending`: results are still to come; `manual`: they come when the user asks for them. */
export type Calculation = 'done' | 'pending' | 'manual';

export type HostReading = { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array } | RangesReading;

/** A cell of the open workbook. */
export interface HostCell {
  readonly sheet: string;
  readonly address: string;
}

/** What became of a sync or an undo. */
export interface ApplyOutcome {
  /** Cells written and verified. */
  readonly cells: number;
  /** What was left as it was, and why. */
  readonly skipped: readonly SkippedCell[];
  /** The steps that take it back, in the order to run them. */
  readonly inverse: readonly SyncStep[];
  /** For cells among those left that hold something else by now: what would write them all the same, each only if it still holds that. */
  readonly left?: readonly WriteStep[];
  /** Set when it failed half-way and not all of it could be taken back: `skipped` lists what may stand differently. */
  readonly stopped?: Failure;
}

/** Cells, lines (`row 5`) or a name that were left, with the reason in a sentence; `address` is empty for a whole sheet. */
export interface SkippedCell {
  readonly sheet: string;
  readonly address: string;
  readonly reason: string;
}

export interface HighlightMark {
  readonly sheet: string;
  readonly address: string;
}

export interface HostChange {
  readonly sheet: string;
  readonly address: string;
  /** True when only what these cells hold was changed, as far as Excel tells. */
  readonly inCells: boolean;
  /** True when Tieout itself wrote it. */
  readonly own: boolean;
  /** Whether rows, columns or cells were put in or taken out there; null for an edit, and where Excel does not say whose doing it was. */
  readonly moved: 'in' | 'out' | null;
}
