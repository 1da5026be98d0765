import type { CellRange } from '../workbook/Address';
import type { CellColumns, Span } from '../workbook/Snapshot';
import { spanOf } from './LineLayout';
import { hullOf, placeOf, type LineOrder } from './LineOrder';
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

/** Where the cells of a range then stand, in as many ranges as it takes. */
export function carryRanges({ row, column }: Pick<SheetMoves, 'row' | 'column'>, range: CellRange): CellRange[] {
  const rows = carrySpan(row.order, spanOf(range, 'row'));
  const columns = carrySpan(column.order, spanOf(range, 'column'));
  return rows.flatMap((r) => columns.map((c) => rangeOf(r, c)));
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

function rangeOf(rows: Span, columns: Span): CellRange {
  return { firstRow: rows.first, lastRow: rows.last, firstColumn: columns.first, lastColumn: columns.last };
}

/** Where lines stand, in runs. */
export function carrySpan(order: LineOrder, { first, last }: Span): Span[] {
  let start = 1;
  const spans = order.flatMap((run): Span[] => {
    const begin = Math.max(first, run.first);
    const end = Math.min(last, run.last);
    const at = start - run.first;
    start += run.last - run.first + 1;
    return begin > end ? [] : [{ first: begin + at, last: end + at }];
  });
  return joined(spans);
}

function joined(spans: readonly Span[]): Span[] {
  const runs: { first: number; last: number }[] = [];
  for (const { first, last } of [...spans].sort((a, b) => a.first - b.first)) {
    const open = runs[runs.length - 1];
    if (open?.last === first - 1) open.last = last;
    else runs.push({ first, last });
  }
  return runs;
}
