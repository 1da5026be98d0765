import type { FWorksheet } from '@univerjs/preset-sheets-core';
import type { HostSheet } from '../book/HostSheet';

/** Hides and shows rows and columns as the book has them. */
export function showHidden(worksheet: FWorksheet, sheet: HostSheet): void {
  worksheet.showRows(0, worksheet.getMaxRows());
  worksheet.showColumns(0, worksheet.getMaxColumns());
  for (const { first, last } of sheet.hiddenRows.runs) worksheet.hideRows(first - 1, Math.min(last, worksheet.getMaxRows()) - first + 1);
  for (const { first, last } of sheet.hiddenColumns.runs)
    worksheet.hideColumns(first - 1, Math.min(last, worksheet.getMaxColumns()) - first + 1);
}
