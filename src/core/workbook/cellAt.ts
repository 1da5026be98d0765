import type { CellValue } from './CellValue';
import { ValueKind, type CellColumns, type Snapshot } from './Snapshot';

/** The position of a cell in the columns, or -1 when the sheet has nothing there; binary search. */
export function findCell(cells: CellColumns, row: number, column: number): number {
  let low = 0;
  let high = cells.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = cells.row[middle]! - row || cells.column[middle]! - column;
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The position of the first cell in a row or below it; the number of cells when there is none. */
export function rowStart({ row: rows, count }: CellColumns, row: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value of the cell at a position of the columns; null for position -1. */
export function valueAt(snapshot: Snapshot, cells: CellColumns, position: number): CellValue {
  if (position < 0) return null;
  const payload = cells.payload[position]!;
  switch (cells.kind[position]) {
    case ValueKind.Number:
      return payload;
    case ValueKind.Text:
      return snapshot.strings[payload]!;
    case ValueKind.Boolean:
      return payload === 1;
    case ValueKind.Error:
      return { error: snapshot.strings[payload]! };
    default:
      return null;
  }
}
