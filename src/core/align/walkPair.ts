import type { CellColumns } from '../workbook/Snapshot';
import { columnsAt, commonPlace, ownPlace } from './bands';
import type { Axis, SheetPair } from './Correspondence';

/** Called with a cell's positions in the official and the local columns, -1 where that side is blank, and its common place. */
export type VisitCell = (officialPosition: number, localPosition: number, row: number, column: number) => void;

/** Visits every cell, row by row, that stands in a row and a column which both sides have and that at least one side fills. */
export function walkPair(official: CellColumns, local: CellColumns, pair: SheetPair, visit: VisitCell): void {
  if (pair.bands[0]?.of === 'columns') walkByPlace(official, local, pair, visit);
  else walkByRow(official, local, pair, visit);
}

function walkByRow(official: CellColumns, local: CellColumns, pair: SheetPair, visit: VisitCell): void {
  const { rows } = pair;
  const starts = rows.inOrder ? null : rowStarts(local, rows.fromLocal.length);
  let p = 0;
  let q = 0;
  for (let row = 1; row <= rows.length; row++) {
    const officialRow = rows.toOfficial[row]!;
    const localRow = rows.toLocal[row]!;
    if (starts !== null) q = starts[localRow]!;
    if (officialRow === 0) {
      while (q < local.count && local.row[q] === localRow) q++;
      continue;
    }
    if (localRow === 0) {
      while (p < official.count && official.row[p] === officialRow) p++;
      continue;
    }
    const columns = columnsAt(pair, row);
    const first = q;
    while (q < local.count && local.row[q] === localRow) q++;
    const order = columns.inOrder ? null : byCommonColumn(local, columns, first, q);
    let at = first;
    for (;;) {
      const moreOfficial = p < official.count && official.row[p] === officialRow;
      const moreLocal = at < q;
      if (!moreOfficial && !moreLocal) break;
      const here = order === null || !moreLocal ? at : order[at - first]!;
      const a = moreOfficial ? columns.fromOfficial[official.column[p]!]! : Infinity;
      const b = moreLocal ? columns.fromLocal[local.column[here]!]! : Infinity;
      if (a === b) {
        visit(p++, here, row, a);
        at++;
      } else if (a < b) {
        if (columns.toLocal[a] !== 0) visit(p, -1, row, a);
        p++;
      } else {
        if (columns.toOfficial[b] !== 0) visit(-1, here, row, b);
        at++;
      }
    }
  }
}

/** By row: the position of its first cell, or of the next row's that has any; entry 0 is 0. */
function rowStarts({ row, count }: CellColumns, rows: number): Int32Array {
  const starts = new Int32Array(rows);
  let position = 0;
  for (let r = 1; r < rows; r++) {
    while (position < count && row[position]! < r) position++;
    starts[r] = position;
  }
  return starts;
}

function byCommonColumn({ column }: CellColumns, { fromLocal }: Axis, first: number, end: number): number[] {
  const order: number[] = [];
  for (let q = first; q < end; q++) order.push(q);
  return order.sort((a, b) => fromLocal[column[a]!]! - fromLocal[column[b]!]!);
}

/** Where rows are laid out column by column, cells meet by their place rather than in step. */
function walkByPlace(official: CellColumns, local: CellColumns, pair: SheetPair, visit: VisitCell): void {
  const PLACE = 40_000;
  const met = new Map<number, { p: number; q: number }>();
  const meet = (cells: CellColumns, side: 'official' | 'local'): void => {
    for (let at = 0; at < cells.count; at++) {
      const { row, column } = commonPlace(pair, side, cells.row[at]!, cells.column[at]!);
      const key = row * PLACE + column;
      const cell = met.get(key) ?? { p: -1, q: -1 };
      if (side === 'official') cell.p = at;
      else cell.q = at;
      met.set(key, cell);
    }
  };
  meet(official, 'official');
  meet(local, 'local');
  for (const key of [...met.keys()].sort((a, b) => a - b)) {
    const row = Math.floor(key / PLACE);
    const column = key % PLACE;
    const { p, q } = met.get(key)!;
    if (p < 0 && !isThere(pair, 'official', row, column)) continue;
    if (q < 0 && !isThere(pair, 'local', row, column)) continue;
    visit(p, q, row, column);
  }
}

function isThere(pair: SheetPair, side: 'official' | 'local', row: number, column: number): boolean {
  const own = ownPlace(pair, side, row, column);
  return own.row > 0 && own.column > 0;
}
