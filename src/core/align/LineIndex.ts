import type { CellColumns } from '../workbook/Snapshot';
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

/** How many cells a line holds; none past the last. */
export function cellsOfLine({ count, start }: LineIndex, line: number): number {
  return line > count ? 0 : start[line + 1]! - start[line]!;
}

/** The rows of a sheet as lines. */
export function rowLines({ cells, rowCount, marks }: SheetContent): LineIndex {
  return { count: rowCount, start: rowStarts(cells.row, cells.count, rowCount), order: null, cross: cells.column, marks: marks.rows };
}

/** The columns of a sheet as lines; the cells are sorted when they are first asked for, for most sheets need it never. */
export function columnLines({ cells, columnCount, marks }: SheetContent): LineIndex {
  let sorted: { readonly start: Int32Array; readonly order: Int32Array } | null = null;
  const sort = () => (sorted ??= sortByColumn(cells, columnCount));
  return {
    count: columnCount,
    get start() {
      return sort().start;
    },
    get order() {
      return sort().order;
    },
    cross: cells.row,
    marks: marks.columns,
  };
}

function rowStarts(rows: Int32Array, count: number, lines: number): Int32Array {
  const start = new Int32Array(lines + 2);
  for (let line = 1; line <= lines; line++) {
    const first = start[line]!;
    // Most rows are as wide as the one before.
    let end = first + (first - start[line - 1]!);
    if (end > count || (end > first && rows[end - 1]! > line)) end = first;
    while (end < count && rows[end]! <= line) end++;
    start[line + 1] = end;
  }
  return start;
}

function sortByColumn({ column, count }: CellColumns, lines: number): { readonly start: Int32Array; readonly order: Int32Array } {
  const start = new Int32Array(lines + 2);
  for (let p = 0; p < count; p++) start[column[p]! + 1]!++;
  for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!;
  const next = start.slice();
  const order = new Int32Array(count);
  for (let p = 0; p < count; p++) order[next[column[p]!]!++] = p;
  return { start, order };
}
