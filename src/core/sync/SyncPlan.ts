import type { CellAddress, CellRange } from '../workbook/Address';
import type { CellValue } from '../workbook/CellValue';
import type { Span } from '../workbook/Snapshot';
import type { EntryRule } from '../workbook/EntryRule';

/** What a sync will do, as a value: shown before anything is touched. Steps run in order; ranges of a step are those of the local workbook when it runs. */
export interface SyncPlan {
  readonly steps: readonly SyncStep[];
  /** What it will not do and why, in sentences. */
  readonly refused: readonly Refusal[];
  readonly cells: number;
  readonly sheets: readonly string[];
  /** Official's formulas, taken or not, that fetch from or send to outside the workbook; absent where there are none. */
  readonly outside?: readonly OutsideFormula[];
  /** What the headlines will be; absent where that was not worked out. */
  readonly headlines?: readonly PlannedHeadline[];
}

/** A headline before and after a sync. */
export interface PlannedHeadline {
  readonly name: string;
  readonly format: string;
  readonly official: number;
  /** Yours as it is. */
  readonly before: number;
  /** Yours when the sync is done; null where that cannot be told for certain. */
  readonly after: number | null;
  /** Whether it then agrees with official, within what counts as equal for it. */
  readonly agrees: boolean;
}

/** A formula of official with functions that fetch from, or send to, outside the workbook: it is written only where its difference is allowed to. */
export interface OutsideFormula {
  readonly difference: string;
  /** Where it comes to stand: a sheet and its first cell; no sheet, and the name that stands for it. */
  readonly sheet: string;
  readonly address: string;
  /** As it is written there, with `=`. */
  readonly formula: string;
  /** In how many cells it stands, filled down or across. */
  readonly cells: number;
  readonly allowed: boolean;
}

export interface Refusal {
  readonly difference: string;
  readonly reason: string;
}

/** All that a sync can change of a cell. `formula` is A1 with `=`, null for a constant; a null format leaves the format as it is. */
export interface CellContent {
  readonly formula: string | null;
  readonly value: CellValue;
  readonly format: string | null;
}

export type SyncStep =
  | {
      readonly kind: 'addSheet';
      readonly sheet: string;
      readonly position: number;
      readonly visibility: 'visible' | 'hidden' | 'veryHidden';
    }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  | ShiftStep
  | MoveStep
  | ResizeStep
  | RenameTableStep
  | WriteStep
  | RuleStep
  | NoteStep
  | HideStep
  /** Shows or hides a sheet; one that is no longer as `before` says is left alone and reported. */
  | {
      readonly kind: 'setVisibility';
      readonly sheet: string;
      readonly before: 'visible' | 'hidden' | 'veryHidden';
      readonly after: 'visible' | 'hidden' | 'veryHidden';
      readonly differences: readonly string[];
    }
  | {
      readonly kind: 'setName';
      readonly name: string;
      readonly scope: string | null;
      readonly before: NameContent | null;
      readonly after: NameContent | null;
      /** As for a write. */
      readonly aside?: boolean;
    };

/** Inserts or deletes whole rows or columns; or, with `across`, only their cells in these lines of the other axis, the cells behind shifting. */
export interface ShiftStep {
  readonly kind: 'insert' | 'delete';
  readonly axis: 'row' | 'column';
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
  readonly across?: Span;
  /** Where columns are put in, or taken out, between those of a table: what heads them, which Excel would else call as it likes. */
  readonly heads?: TableHeads;
}

/** What heads the columns of a table that come or go, from the first of them on. */
export interface TableHeads {
  readonly table: string;
  readonly row: number;
  readonly columns: readonly HeadedColumn[];
}

export interface HeadedColumn {
  readonly name: string;
  /** Whether new rows get the formula of its cells. */
  readonly calculated: boolean;
}

/**
 * Moves whole rows or columns, from `at` on, into as many blank ones from `to` on, as cutting and pasting them does: notes, formats
 * and rules come along, what refers to them follows, and blank ones are left behind.
 */
export interface MoveStep {
  readonly kind: 'move';
  readonly axis: 'row' | 'column';
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
  readonly to: number;
}

/** Lets an Excel table take in more or fewer cells, its first cell staying. Rows that come into it are blank before and after. */
export interface ResizeStep {
  readonly kind: 'resizeTable';
  readonly sheet: string;
  readonly table: string;
  /** The whole table, with header and totals row. */
  readonly before: CellRange;
  readonly after: CellRange;
  /** The columns at its right end that come in, headed so by then, or go; absent where only rows do. */
  readonly columns?: readonly HeadedColumn[];
}

/** Calls an Excel table otherwise; formulas that refer to it follow. */
export interface RenameTableStep {
  readonly kind: 'renameTable';
  readonly sheet: string;
  readonly before: string;
  readonly after: string;
}

/** Writes a block of cells; a cell that no longer holds `before` is left alone and reported. */
export interface WriteStep {
  readonly kind: 'write';
  readonly sheet: string;
  readonly range: CellRange;
  /** Row by row; null leaves that cell alone. */
  readonly before: readonly (readonly (CellContent | null)[])[];
  readonly after: readonly (readonly (CellContent | null)[])[];
  readonly differences: readonly string[];
  /** Puts a formula aside while lines move, or back again: nothing that a plan has to show. */
  readonly aside?: boolean;
}

/** Lets cells permit other entries. A range that no longer has the rule `before` is left alone and reported. */
export interface RuleStep {
  readonly kind: 'setRule';
  readonly sheet: string;
  readonly range: CellRange;
  /** Null: any entry; absent on lines that the sync puts in or takes out, whatever they permit. */
  readonly before?: EntryRule | null;
  readonly after: EntryRule | null;
  readonly differences: readonly string[];
}

/** Shows (false) or hides whole lines. Lines that are no longer all as `before` says are left alone and reported. */
export interface HideStep {
  readonly kind: 'setHidden';
  readonly sheet: string;
  readonly axis: 'row' | 'column';
  readonly span: Span;
  readonly before: boolean;
  readonly after: boolean;
  readonly differences: readonly string[];
}

/** Gives a cell a note, another one or (null) none. A cell whose note no longer says what `before` says is left alone and reported. */
export interface NoteStep {
  readonly kind: 'setNote';
  readonly sheet: string;
  readonly cell: CellAddress;
  readonly before: NoteContent | null;
  readonly after: NoteContent | null;
  readonly differences: readonly string[];
}

export interface NoteContent {
  /** Who wrote it, where that can be kept: through Office.js it is always who adds it. */
  readonly author: string;
  readonly text: string;
}

export interface NameContent {
  readonly formula: string;
  readonly comment: string;
  readonly hidden: boolean;
}
