import type { CellAddress, CellRange } from '../workbook/Address';
import type { LineLayout } from './LineLayout';

/** One sheet that the local workbook will have once official's sheets, rows and columns have been added. */
export interface SheetLayout {
  /** The sheet's name in the local workbook. */
  readonly name: string;
  /** Index into the official snapshot's sheets; null when only local has it. */
  readonly official: number | null;
  /** Index into the local snapshot's sheets; null when the sync adds it. */
  readonly local: number | null;
  readonly rows: LineLayout;
  readonly columns: LineLayout;
}

/** Where a cell of the official sheet comes to stand; null when its row or column is not there. */
export function fromOfficial(layout: SheetLayout, cell: CellAddress): CellAddress | null {
  const row = layout.rows.fromOfficial(cell.row);
  const column = layout.columns.fromOfficial(cell.column);
  return row > 0 && column > 0 ? { row, column } : null;
}

/** Where a range of the local sheet comes to stand. */
export function rangeFromLocal(layout: SheetLayout, range: CellRange): CellRange {
  return {
    firstRow: layout.rows.fromLocal(range.firstRow),
    firstColumn: layout.columns.fromLocal(range.firstColumn),
    lastRow: layout.rows.fromLocal(range.lastRow),
    lastColumn: layout.columns.fromLocal(range.lastColumn),
  };
}

/** Whether a cell lies in a range. */
export function isInside(range: CellRange, { row, column }: CellAddress): boolean {
  return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
}
