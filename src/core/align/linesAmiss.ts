import { equalRows } from './equalRows';
import { ContentClass } from './SheetContent';
import type { Sides } from './Sides';

/** On sheets of no more cells in all, looking for bands costs nothing to speak of. */
export const SMALL = 50_000;
/** A line is laid out amiss when more than this share of its cells, and at least so many, do not find their equal. */
export const AMISS = 0.04;
export const AMISS_CELLS = 2;

/** Whether a matched sheet has rows, or columns, laid out amiss, so that bands of them are worth looking for; true of both when it is small. */
export function linesAmiss(
  sides: Sides,
  rowMatch: Int32Array,
  columnMatch: Int32Array,
): { readonly rows: boolean; readonly columns: boolean } {
  const { official, local } = sides;
  if (official.cells.count + local.cells.count <= SMALL) return { rows: true, columns: true };
  const [ours, theirs] = sides.rows;
  const areEqual = equalRows(sides, columnMatch);
  const missedIn = new Int32Array(columnMatch.length);
  const seenIn = official.columnCells.slice();
  let anyRow = false;
  for (let i = 1; i <= ours.count; i++) {
    const partner = rowMatch[i]!;
    if (partner === 0 || partner > theirs.count) {
      for (let p = ours.start[i]!; p < ours.start[i + 1]!; p++) seenIn[official.cells.column[p]!]!--;
      continue;
    }
    if (areEqual(i, partner)) continue;
    let q = theirs.start[partner]!;
    const end = theirs.start[partner + 1]!;
    let missed = 0;
    let seen = 0;
    for (let p = ours.start[i]!; p < ours.start[i + 1]!; p++) {
      const column = official.cells.column[p]!;
      const wanted = columnMatch[column]!;
      seen++;
      while (q < end && local.cells.column[q]! < wanted) q++;
      const met = wanted !== 0 && q < end && local.cells.column[q] === wanted;
      const same =
        met &&
        (official.exact[p] === local.exact[q] ||
          (official.contentClass[p] === ContentClass.Formula && official.loose[p] === local.loose[q]));
      if (same) continue;
      missed++;
      missedIn[column]!++;
    }
    anyRow ||= missed >= AMISS_CELLS && missed > AMISS * seen;
  }
  return { rows: anyRow, columns: missedIn.some((missed, column) => missed >= AMISS_CELLS && missed > AMISS * seenIn[column]!) };
}
