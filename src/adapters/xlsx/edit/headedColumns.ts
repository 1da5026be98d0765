import type { HeadedColumn, ResizeStep, ShiftStep, TableHeads } from '../../../core/sync/SyncPlan';
import { shiftedRange } from '../../../core/sync/shiftedAddress';
import { overlaps, stringifyAddress, stringifyRange } from '../../../core/workbook/Address';
import type { CellEdit } from './CellEdit';
import { fillColumnFormula } from './calculatedColumns';
import type { EditBook, SheetEntry } from './EditBook';
import type { EditSheet } from './EditSheet';
import { attribute } from './editXml';
import type { HeldCells } from './HeldCells';
import { sheetTables } from './sheetTables';

/** The first cell of columns that are to go from a table which holds something, a heading that says something else included; null where none does. */
export function filledBesidesHeads(
  held: HeldCells,
  entry: SheetEntry,
  sheet: EditSheet,
  step: ShiftStep,
  heads: TableHeads,
): string | null {
  const range = shiftedRange(step);
  const above = heads.row > 1 ? held.firstFilled(entry, sheet, { ...range, lastRow: heads.row - 1 }) : null;
  return above ?? otherHead(held, entry, sheet, heads, step.at) ?? held.firstFilled(entry, sheet, { ...range, firstRow: heads.row + 1 });
}

/** The headings of columns that were put into a table, as edits of its cells. */
export function headingEdits({ row, columns }: TableHeads, first: number): CellEdit[] {
  return columns.map(({ name }, k) => ({ kind: 'content', row, column: first + k, formula: null, value: name, format: null }));
}

/** What of a table keeps it from covering other cells, and where; null when nothing does. `stops` where later steps count on its columns. */
export function whyNotResize(
  book: EditBook,
  held: HeldCells,
  entry: SheetEntry,
  sheet: EditSheet,
  { table: wanted, before, after, columns }: ResizeStep,
): { readonly address: string; readonly reason: string; readonly stops: boolean } | 'done' | null {
  const tables = sheetTables(book, entry);
  const table = tables.find((each) => each.name.toLowerCase() === wanted.toLowerCase());
  if (!table) return { address: wanted, reason: 'The table is no longer there.', stops: false };
  const address = stringifyRange(table.range);
  if (address === stringifyRange(after)) return 'done';
  const stops = columns !== undefined;
  if (address !== stringifyRange(before)) {
    const again = stops ? ` Let it cover ${stringifyRange(before)} again under Table Design, Resize Table, then try once more.` : '';
    return { address, reason: `The table ${wanted} no longer covers the cells that it covered, so it was left as it is.${again}`, stops };
  }
  if (tables.some((other) => other !== table && overlaps(other.range, after))) {
    return { address, reason: `The table ${wanted} would overlap another table, so it was left as it is.`, stops };
  }
  if (columns && after.lastColumn > before.lastColumn) {
    if ((attribute(table.element, 'tableType') ?? 'worksheet') !== 'worksheet') {
      return { address, reason: `The table ${wanted} is filled from elsewhere: add its columns in Excel by hand.`, stops };
    }
    const other = otherHead(held, entry, sheet, { table: wanted, row: after.firstRow, columns }, before.lastColumn + 1);
    if (other !== null) return { address: other, reason: `It no longer says what the table ${wanted} was to call its new column.`, stops };
  }
  const filled = after.lastRow > before.lastRow ? held.firstFilled(entry, sheet, { ...after, firstRow: before.lastRow + 1 }) : null;
  if (filled === null) return null;
  return { address: filled, reason: `The table ${wanted} cannot take this cell in: it was blank and no longer is.`, stops };
}

/** Columns of tables that a run put in, of which new rows are to get the formula of their cells. */
export class NewColumns {
  readonly #added: { readonly sheet: string; readonly table: string; readonly column: string }[] = [];

  add(sheet: string, table: string, columns: readonly HeadedColumn[]): void {
    for (const { name, calculated } of columns) if (calculated) this.#added.push({ sheet, table, column: name });
  }

  /** To be called when all cells stand. */
  fill(book: EditBook, held: HeldCells): void {
    for (const { sheet: name, table, column } of this.#added) {
      const entry = book.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
      const sheet = entry && book.sheet(entry);
      if (sheet) fillColumnFormula(book, entry, sheet, held, { table, column });
    }
  }
}

function otherHead(held: HeldCells, entry: SheetEntry, sheet: EditSheet, { row, columns }: TableHeads, first: number): string | null {
  const at = columns.findIndex(({ name }, k) => held.content(entry, sheet, row, first + k).value !== name);
  return at < 0 ? null : stringifyAddress({ row, column: first + at });
}
