import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import type { CellRange } from '../../core/workbook/Address';
import type { HostSheet } from '../book/HostSheet';

/** Draws number formats that differ from the book's; `within` spares looking at the whole sheet. */
export function showFormats(workbook: FWorkbook, worksheet: FWorksheet, { grid }: HostSheet, within?: CellRange): void {
  const matrix = worksheet.getSheet().getCellMatrix();
  const styles = workbook.getWorkbook().getStyles();
  const visit = (row: number, column: number, format: string) => {
    const pattern = styles.getStyleByCell(matrix.getValue(row - 1, column - 1))?.n?.pattern ?? 'General';
    if (pattern !== format) worksheet.getRange(row - 1, column - 1).setNumberFormat(format === 'General' ? '' : format);
  };
  if (within) grid.forEachIn(within, (row, column, cell) => visit(row, column, cell.format));
  else grid.forEach((row, column, cell) => visit(row, column, cell.format));
}
