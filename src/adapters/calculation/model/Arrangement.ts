import type { Scalar } from '../values/Scalar';

/** Which cells stand where: rows and columns counted from 1, sheets by their place in the workbook. Reading a cell may calculate it. */
export interface Arrangement {
  readonly dateSystem: 1900 | 1904;
  readonly sheetNames: readonly string[];
  /**
   * A number that stays the same as long as no value in a rectangle can have become another; null while nothing may be remembered of what
   * was read.
   */
  version(sheet: number, firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): number | null;
  value(sheet: number, row: number, column: number): Scalar;
  /** Visits the values of all cells of a rectangle that are not blank, row after row. */
  forEachIn(
    sheet: number,
    firstRow: number,
    firstColumn: number,
    lastRow: number,
    lastColumn: number,
    visit: (value: Scalar) => void,
  ): void;
  /** The last row with anything in it; 0 on an empty sheet. */
  lastRow(sheet: number): number;
  lastColumn(sheet: number): number;
  /** The formula of a cell, A1 and without `=`; null when it has none. */
  formula(sheet: number, row: number, column: number): string | null;
  /** The format code of a cell. */
  format(sheet: number, row: number, column: number): string;
  isRowHidden(sheet: number, row: number): boolean;
  /** How many rows and columns an array that begins in a cell fills; null where none begins. */
  spill(sheet: number, row: number, column: number): { readonly rows: number; readonly columns: number } | null;
}
