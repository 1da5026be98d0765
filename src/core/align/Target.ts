import { Ref, RefFlag } from '../formula/FormulaShapes';
import { MAX_COLUMN, MAX_ROW } from '../workbook/Address';

/** A reference of one side laid out: which sheet pair, and from where to where in that side's own rows and columns. */
export interface Target {
  pair: number;
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** Lays out the reference that begins at `at` of a formula in this row and column; its pair is left as it is. */
export function layOut(references: Int32Array, at: number, row: number, column: number, into: Target): Target {
  const flags = references[at + Ref.flags]!;
  if ((flags & RefFlag.WholeColumns) !== 0) {
    into.firstRow = 1;
    into.lastRow = MAX_ROW;
  } else {
    const one = wrap(references[at + Ref.row]! + ((flags & RefFlag.RowFixed) !== 0 ? 0 : row), MAX_ROW);
    const other = wrap(references[at + Ref.lastRow]! + ((flags & RefFlag.LastRowFixed) !== 0 ? 0 : row), MAX_ROW);
    into.firstRow = one < other ? one : other;
    into.lastRow = one < other ? other : one;
  }
  if ((flags & RefFlag.WholeRows) !== 0) {
    into.firstColumn = 1;
    into.lastColumn = MAX_COLUMN;
  } else {
    const one = wrap(references[at + Ref.column]! + ((flags & RefFlag.ColumnFixed) !== 0 ? 0 : column), MAX_COLUMN);
    const other = wrap(references[at + Ref.lastColumn]! + ((flags & RefFlag.LastColumnFixed) !== 0 ? 0 : column), MAX_COLUMN);
    into.firstColumn = one < other ? one : other;
    into.lastColumn = one < other ? other : one;
  }
  return into;
}

/** What leaves the sheet comes in again at the other end. */
function wrap(index: number, limit: number): number {
  return index >= 1 && index <= limit ? index : ((((index - 1) % limit) + limit) % limit) + 1;
}
