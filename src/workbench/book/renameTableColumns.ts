import { overlaps, type CellRange } from '../../core/workbook/Address';
import type { HostSheet } from './HostSheet';
import type { HostTable } from './HostTables';

/** Calls the columns of tables as their heads in a range now say. */
export function renameTableColumns(tables: readonly HostTable[], sheet: HostSheet, range: CellRange): void {
  for (const table of tables) {
    const head = { ...table.range, lastRow: table.range.firstRow };
    if (table.sheet !== sheet || !table.headerRow || !overlaps(head, range)) continue;
    table.columns = table.columns.map((column, index) => {
      const value = sheet.cell(head.firstRow, head.firstColumn + index).value;
      return value === null || typeof value === 'object' ? column : { ...column, name: String(value) };
    });
  }
}
