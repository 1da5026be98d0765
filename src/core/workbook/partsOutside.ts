import { covers, overlaps, type CellRange } from './Address';

/** What of some ranges lies in none of others, in rectangles. */
export function partsOutside(ranges: readonly CellRange[], others: readonly CellRange[]): CellRange[] {
  return others.reduce<CellRange[]>((parts, other) => parts.flatMap((part) => without(part, other)), [...ranges]);
}

function without(range: CellRange, hole: CellRange): CellRange[] {
  if (!overlaps(range, hole)) return [range];
  if (covers(hole, range)) return [];
  const firstRow = Math.max(range.firstRow, hole.firstRow);
  const lastRow = Math.min(range.lastRow, hole.lastRow);
  return [
    { ...range, lastRow: hole.firstRow - 1 },
    { ...range, firstRow, lastRow, lastColumn: hole.firstColumn - 1 },
    { ...range, firstRow, lastRow, firstColumn: hole.lastColumn + 1 },
    { ...range, firstRow: hole.lastRow + 1 },
  ].filter((part) => part.firstRow <= part.lastRow && part.firstColumn <= part.lastColumn);
}
