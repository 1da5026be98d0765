import { covers, MAX_COLUMN, MAX_ROW, overlaps, type CellRange } from '../../core/workbook/Address';
import { BookRefusal } from './BookRefusal';
import type { HostSheet } from './HostSheet';
import type { HostTable } from './HostTables';
import { cutsThrough, type LineShift } from './LineShift';

/** Refuses a range that is not wholly on a sheet. */
export function mustBeInside({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): void {
  const inside =
    firstRow >= 1 && firstColumn >= 1 && lastRow >= firstRow && lastColumn >= firstColumn && lastRow <= MAX_ROW && lastColumn <= MAX_COLUMN;
  if (!inside) throw new BookRefusal('InvalidArgument', 'The range lies outside the sheet.');
}

/** Refuses to change a part of what an array formula fills. */
export function mustNotCutArrays(sheet: HostSheet, range: CellRange): void {
  const cut = sheet.arrays.some(({ kind, range: array }) => kind !== 'spill' && overlaps(array, range) && !covers(range, array));
  if (cut) throw new BookRefusal('InvalidOperation', 'A part of an array formula cannot be changed.');
}

/** Cells move only with the whole of a table, a merged area or the cells that an array fills. */
export function mustNotTear(sheet: HostSheet, tables: readonly HostTable[], shift: LineShift): void {
  if (sheet.merges.some((merge) => cutsThrough(merge, shift)))
    throw new BookRefusal('InvalidOperation', 'The operation would tear merged cells apart.');
  if (sheet.arrays.some(({ range }) => cutsThrough(range, shift)))
    throw new BookRefusal('InvalidOperation', 'A part of an array formula cannot be changed.');
  if (tables.some((table) => table.sheet === sheet && cutsThrough(table.range, shift)))
    throw new BookRefusal('InvalidOperation', 'The operation is attempting to shift cells in a table.');
}
