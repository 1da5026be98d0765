import { equalRows } from './equalRows';
import { ContentClass } from './SheetContent';
import type { Sides } from './Sides';

/** More than this share of a column's cells must differ for its place to be doubted. */
const COLUMN_OFF = 0.1;

/** How well two matches bring cells to their equal. */
export interface Measured {
  /** How many cells do not find their equal, each run of inserted lines counted as half a cell more. */
  readonly cost: number;
  /** True when some column has too many cells that do not find their equal in the matched rows. */
  readonly columnsOff: boolean;
}

/** Measures a match of rows and one of columns; lines of either may have moved. */
export function measureMatch(sides: Sides, rowMatch: Int32Array, columnMatch: Int32Array): Measured {
  const { official, local } = sides;
  const [officialRows, localRows] = sides.rows;
  const areEqual = equalRows(sides, columnMatch);
  const offByColumn = new Int32Array(columnMatch.length);
  const seenByColumn = official.columnCells.slice();
  let equal = 0;
  let alike = 0;
  let met = 0;
  let there = 0;
  const { column: officialColumns } = official.cells;
  const { column: localColumns } = local.cells;
  for (let i = 1; i <= officialRows.count; i++) {
    const partner = rowMatch[i]!;
    const officialStart = officialRows.start[i]!;
    const officialEnd = officialRows.start[i + 1]!;
    if (partner === 0) {
      for (let p = officialStart; p < officialEnd; p++) seenByColumn[officialColumns[p]!]!--;
      continue;
    }
    let q = localRows.start[partner]!;
    const end = localRows.start[partner + 1]!;
    there += end - q;
    if (areEqual(i, partner)) {
      met += end - q;
      equal += end - q;
      continue;
    }
    let before = 0;
    for (let p = officialStart; p < officialEnd; p++) {
      const officialColumn = officialColumns[p]!;
      const column = columnMatch[officialColumn]!;
      offByColumn[officialColumn]!++;
      if (column === 0) continue;
      if (column < before) q = localRows.start[partner]!;
      before = column;
      while (q < end && localColumns[q]! < column) q++;
      if (q === end || localColumns[q] !== column) continue;
      met++;
      if (official.exact[p] === local.exact[q]) {
        equal++;
        offByColumn[officialColumn]!--;
      } else alike += official.loose[p] === local.loose[q] && official.contentClass[p] === ContentClass.Formula ? 0.9 : 0.5;
    }
  }
  const off = offByColumn.some((count, column) => count > 1 && count > COLUMN_OFF * seenByColumn[column]!);
  const runs = interruptions(rowMatch, local.rowCount) + interruptions(columnMatch, local.columnCount);
  return {
    cost: official.cells.count + local.cells.count - 2 * (equal + alike) + 0.5 * runs,
    // Cells that only local has count as well, wherever they stand.
    columnsOff: off || there - met > Math.max(1, COLUMN_OFF * there * 0.01),
  };
}

/** True when every line is matched with the line of its own number. */
export function isStill(match: Int32Array, localCount: number): boolean {
  return match.length - 1 === localCount && match.every((partner, i) => partner === i);
}

/** How many runs of lines only one side has, the ends included. */
function interruptions(match: Int32Array, localCount: number): number {
  let count = 0;
  let lastOfficial = 0;
  let lastLocal = 0;
  for (let i = 1; i <= match.length; i++) {
    const partner = i === match.length ? localCount + 1 : match[i]!;
    if (partner === 0) continue;
    if (i > lastOfficial + 1) count++;
    if (partner !== lastLocal + 1) count++;
    lastOfficial = i;
    lastLocal = partner;
  }
  return count;
}
