import { overlaps, type CellRange } from '../../core/workbook/Address';
import type { HostSheet } from './HostSheet';
import type { HostTable } from './HostTables';

/** A column of a table that is now called otherwise. */
export interface ColumnRename {
  readonly table: HostTable;
  readonly from: string;
  readonly to: string;
}

/** Calls the columns of tables as their heads in a range now say; gives those that were called otherwise. */
export function renameTableColumns(tables: readonly HostTable[], sheet: HostSheet, range: CellRange): readonly ColumnRename[] {
  const renamed: ColumnRename[] = [];
  for (const table of tables) {
    const head = { ...table.range, lastRow: table.range.firstRow };
    if (table.sheet !== sheet || !table.headerRow || !overlaps(head, range)) continue;
    table.columns = table.columns.map((column, index) => {
      const { value } = sheet.cell(head.firstRow, head.firstColumn + index);
      if (value === null || typeof value === 'object' || String(value) === column.name) return column;
      renamed.push({ table, from: column.name, to: String(value) });
      return { ...column, name: String(value) };
    });
  }
  return renamed;
}
