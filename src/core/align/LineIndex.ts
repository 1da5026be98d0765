import type { SheetContent } from './SheetContent';

/** The cells of a sheet by line: line i (1…) holds the positions `positionAt(start[i])` up to but not `positionAt(start[i + 1])`. */
export interface LineIndex {
  readonly count: number;
  readonly start: Int32Array;
  /** Positions in the sheet's columns, line by line, each line in order along the other axis; null when they are in that order anyway. */
  readonly order: Int32Array | null;
  /** By position: where the cell stands on the other axis. */
  readonly cross: Int32Array | Uint16Array;
  /** Tokens of defined names by line. */
  readonly marks: ReadonlyMap<number, readonly number[]>;
}

/** The q-th position, line by line. */
export function positionAt({ order }: LineIndex, q: number): number {
  return order === null ? q : order[q]!;
}

/** The rows of a sheet as lines. */
export function rowLines({ cells, rowCount, marks }: SheetContent): LineIndex {
  return { count: rowCount, start: starts(cells.row, cells.count, rowCount), order: null, cross: cells.column, marks: marks.rows };
}

/** The columns of a sheet as lines. */
export function columnLines({ cells, columnCount, marks }: SheetContent): LineIndex {
  const start = starts(cells.column, cells.count, columnCount);
  const next = start.slice();
  const order = new Int32Array(cells.count);
  for (let p = 0; p < cells.count; p++) order[next[cells.column[p]!]!++] = p;
  return { count: columnCount, start, order, cross: cells.row, marks: marks.columns };
}

function starts(line: Int32Array | Uint16Array, count: number, lines: number): Int32Array {
  const start = new Int32Array(lines + 2);
  for (let p = 0; p < count; p++) start[line[p]! + 1]!++;
  for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!;
  return start;
}
