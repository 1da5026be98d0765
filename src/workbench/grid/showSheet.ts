import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import type { HostEvent } from '../book/HostEvent';
import type { HostSheet } from '../book/HostSheet';

/** Draws a sheet that was added, deleted, renamed, moved or hidden; `worksheet` is what is drawn of it so far. */
export function showSheet(
  workbook: FWorkbook,
  worksheet: FWorksheet | null,
  { change, sheet }: Extract<HostEvent, { kind: 'sheet' }>,
  sheets: readonly HostSheet[],
): void {
  if (change === 'added') {
    const index = sheets.indexOf(sheet);
    const before = workbook.getActiveSheet();
    workbook.insertSheet(sheet.name, { index, sheet: { id: sheet.id } });
    // Univer goes to the new sheet, Excel's API does not.
    workbook.setActiveSheet(before);
  }
  if (!worksheet) return;
  if (change === 'deleted') workbook.deleteSheet(worksheet);
  else if (change === 'renamed') worksheet.setName(sheet.name);
  else if (change === 'moved') workbook.moveSheet(worksheet, sheets.indexOf(sheet));
  else if (change === 'visibility' && sheet.visibility === 'visible') worksheet.showSheet();
  else if (change === 'visibility') worksheet.hideSheet();
}
