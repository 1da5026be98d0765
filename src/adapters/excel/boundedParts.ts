import { MAX_COLUMN, MAX_ROW, type CellRange } from '../../core/workbook/Address';

/** A range in one or two parts of which none spans whole rows or columns: of those Excel answers null instead of contents. */
export function boundedParts(range: CellRange): CellRange[] {
  if (range.firstColumn === 1 && range.lastColumn === MAX_COLUMN) {
    return [
      { ...range, lastColumn: MAX_COLUMN - 1 },
      { ...range, firstColumn: MAX_COLUMN },
    ];
  }
  if (range.firstRow === 1 && range.lastRow === MAX_ROW) {
    return [
      { ...range, lastRow: MAX_ROW - 1 },
      { ...range, firstRow: MAX_ROW },
    ];
  }
  return [range];
}
