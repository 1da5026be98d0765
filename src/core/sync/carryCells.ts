import type { CellRange } from '../workbook/Address';
import type { CellColumns } from '../workbook/Snapshot';
import { hullOf, placeOf } from './LineOrder';
import type { SheetMoves } from './planMoves';

/** The row and the column of every cell once lines have moved, in the order of the cells as they are. */
export function placesOf(cells: CellColumns, moves: SheetMoves | undefined): Pick<CellColumns, 'row' | 'column'> {
  if (!moves) return cells;
  return {
    row: cells.row.map((row) => placeOf(moves.row.order, row)),
    column: cells.column.map((column) => placeOf(moves.column.order, column)),
  };
}

/** A range of which lines that move are no part, where it then stands. */
export function carryRange({ row, column }: SheetMoves, { firstRow, lastRow, firstColumn, lastColumn }: CellRange): CellRange {
  const rows = hullOf(row.order, firstRow, lastRow);
  const columns = hullOf(column.order, firstColumn, lastColumn);
  return { firstRow: rows.first, lastRow: rows.last, firstColumn: columns.first, lastColumn: columns.last };
}

/** The same cells by row, then column, as a snapshot has them. */
export function sortCells(cells: CellColumns): CellColumns {
  const { row, column } = cells;
  const order = Int32Array.from({ length: cells.count }, (_, position) => position).sort(
    (a, b) => row[a]! - row[b]! || column[a]! - column[b]!,
  );
  return {
    count: cells.count,
    row: row.map((_, at) => row[order[at]!]!),
    column: column.map((_, at) => column[order[at]!]!),
    kind: cells.kind.map((_, at) => cells.kind[order[at]!]!),
    payload: cells.payload.map((_, at) => cells.payload[order[at]!]!),
    formula: cells.formula.map((_, at) => cells.formula[order[at]!]!),
    format: cells.format.map((_, at) => cells.format[order[at]!]!),
  };
}
