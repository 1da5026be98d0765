import { overlaps, type CellRange } from '../../core/workbook/Address';
import { isBlank } from './HostCell';
import type { HostSheet } from './HostSheet';

/** Writing over an array's first cell ends the array, and the values it filled go. */
export function endArrays(sheet: HostSheet, range: CellRange): void {
  const ended = sheet.arrays.filter(({ range: array }) =>
    overlaps({ ...array, lastRow: array.firstRow, lastColumn: array.firstColumn }, range),
  );
  if (ended.length === 0) return;
  sheet.arrays = sheet.arrays.filter((array) => !ended.includes(array));
  for (const { range: array } of ended) {
    sheet.grid.forEachIn(array, (row, column, cell) => {
      if (cell.formula === null && !isBlank(cell)) sheet.grid.set(row, column, { ...cell, value: null, touched: 'content' });
    });
  }
}
