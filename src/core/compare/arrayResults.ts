import { findCell } from '../workbook/cellAt';
import type { SheetSnapshot } from '../workbook/Snapshot';

/** Positions of cells that an array formula above or left of them fills; null when there is none. */
export function arrayResults({ cells, arrays }: SheetSnapshot): Map<number, number> | null {
  if (arrays.length === 0) return null;
  const results = new Map<number, number>();
  for (const { range } of arrays) {
    const anchor = findCell(cells, range.firstRow, range.firstColumn);
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        const position = findCell(cells, row, column);
        if (position >= 0 && position !== anchor && cells.formula[position]! < 0) results.set(position, anchor);
      }
    }
  }
  return results;
}
