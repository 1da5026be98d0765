import type { CellRange } from '../../core/workbook/Address';

/** What to load of a range whose area is asked for: an address would name whole rows without their columns. */
export const AREA = 'rowIndex,columnIndex,rowCount,columnCount';

/** The cells that a loaded range covers; null for none. */
export function areaOf(
  range: Pick<Excel.Range, 'isNullObject' | 'rowIndex' | 'columnIndex' | 'rowCount' | 'columnCount'>,
): CellRange | null {
  if (range.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { firstRow: rowIndex + 1, firstColumn: columnIndex + 1, lastRow: rowIndex + rowCount, lastColumn: columnIndex + columnCount };
}
