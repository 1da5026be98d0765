import type { CellColumns } from '../workbook/Snapshot';
import type { SheetPair } from './Correspondence';

/** Called with a cell's positions in the official and the local columns, -1 where that side is blank, and its common place. */
export type VisitCell = (officialPosition: number, localPosition: number, row: number, column: number) => void;

/** Visits every cell, row by row, that stands in a row and a column which both sides have and that at least one side fills. */
export function walkPair(official: CellColumns, local: CellColumns, pair: SheetPair, visit: VisitCell): void {
  const { rows, columns } = pair;
  let p = 0;
  let q = 0;
  for (let row = 1; row <= rows.length; row++) {
    const officialRow = rows.toOfficial[row]!;
    const localRow = rows.toLocal[row]!;
    if (officialRow === 0) {
      while (q < local.count && local.row[q] === localRow) q++;
      continue;
    }
    if (localRow === 0) {
      while (p < official.count && official.row[p] === officialRow) p++;
      continue;
    }
    for (;;) {
      const moreOfficial = p < official.count && official.row[p] === officialRow;
      const moreLocal = q < local.count && local.row[q] === localRow;
      if (!moreOfficial && !moreLocal) break;
      const a = moreOfficial ? columns.fromOfficial[official.column[p]!]! : Infinity;
      const b = moreLocal ? columns.fromLocal[local.column[q]!]! : Infinity;
      if (a === b) visit(p++, q++, row, a);
      else if (a < b) {
        if (columns.toLocal[a] !== 0) visit(p, -1, row, a);
        p++;
      } else {
        if (columns.toOfficial[b] !== 0) visit(-1, q, row, b);
        q++;
      }
    }
  }
}
