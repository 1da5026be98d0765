import type { CellRange } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';

/** A range that a formula turned out to read; the sheet by its place in the workbook. */
export interface ComputedRead {
  readonly sheet: number;
  readonly range: CellRange;
}

/** What the formula of a cell reads, given its row and column; null where that cannot be told. */
export type ReadsOfCell = (sheet: number, row: number, column: number) => readonly ComputedRead[] | null;

/** Finds what formulas read that work out which cells to read (OFFSET, INDIRECT), with the values that their workbook stores. */
export type ComputedReads = (snapshot: Snapshot) => ReadsOfCell;
