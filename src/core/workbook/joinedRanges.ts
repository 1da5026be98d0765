import type { CellRange } from './Address';

/** The same cells in fewer ranges: those that make up a rectangle together become one. No two may overlap. */
export function joinedRanges(ranges: readonly CellRange[]): CellRange[] {
  const joined: CellRange[] = [];
  for (const range of ranges) {
    let whole = range;
    for (;;) {
      const beside = joined.findIndex((each) => isBeside(each, whole));
      if (beside < 0) break;
      whole = around(joined.splice(beside, 1)[0]!, whole);
    }
    joined.push(whole);
  }
  return joined;
}

function isBeside(a: CellRange, b: CellRange): boolean {
  const sameColumns = a.firstColumn === b.firstColumn && a.lastColumn === b.lastColumn;
  const sameRows = a.firstRow === b.firstRow && a.lastRow === b.lastRow;
  return (
    (sameColumns && (a.lastRow + 1 === b.firstRow || b.lastRow + 1 === a.firstRow)) ||
    (sameRows && (a.lastColumn + 1 === b.firstColumn || b.lastColumn + 1 === a.firstColumn))
  );
}

function around(a: CellRange, b: CellRange): CellRange {
  return {
    firstRow: Math.min(a.firstRow, b.firstRow),
    firstColumn: Math.min(a.firstColumn, b.firstColumn),
    lastRow: Math.max(a.lastRow, b.lastRow),
    lastColumn: Math.max(a.lastColumn, b.lastColumn),
  };
}
