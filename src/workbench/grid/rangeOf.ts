import type { FRange, FWorksheet } from '@univerjs/preset-sheets-core';
import type { CellRange } from '../../core/workbook/Address';

/** Univer's range of these cells. */
export function rangeOf(worksheet: FWorksheet, { firstRow, firstColumn, lastRow, lastColumn }: CellRange): FRange {
  return worksheet.getRange(firstRow - 1, firstColumn - 1, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
}
