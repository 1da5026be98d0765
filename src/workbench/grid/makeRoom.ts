import type { FWorksheet } from '@univerjs/preset-sheets-core';
import type { CellRange } from '../../core/workbook/Address';

const SPARE_LINES = 20;

/** Makes the drawn sheet large enough for a range. */
export function makeRoom(worksheet: FWorksheet, { firstRow, lastRow, firstColumn, lastColumn }: CellRange): void {
  // A range of whole rows or columns has nothing at its far end.
  const bottom = lastRow - firstRow > 500_000 ? firstRow : lastRow;
  const right = lastColumn - firstColumn > 10_000 ? firstColumn : lastColumn;
  if (bottom > worksheet.getMaxRows()) worksheet.setRowCount(bottom + SPARE_LINES);
  if (right > worksheet.getMaxColumns()) worksheet.setColumnCount(right + SPARE_LINES);
}
