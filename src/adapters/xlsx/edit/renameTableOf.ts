import { renameTable } from '../../../core/formula/renameTable';
import type { EditBook, SheetEntry } from './EditBook';
import { rewriteEverywhere } from './editSheets';
import { attribute, setAttribute } from './editXml';
import { sheetTables } from './sheetTables';

/** Gives a table of a sheet another name, also in every formula and where a pivot table reads it. Throws when it is not there. */
export function renameTableOf(book: EditBook, entry: SheetEntry, from: string, to: string): void {
  const table = sheetTables(book, entry).find(({ name }) => name.toLowerCase() === from.toLowerCase());
  if (!table) throw new Error(`There is no table ${from} on the sheet ${entry.name}.`);
  for (const name of ['name', 'displayName']) if (attribute(table.element, name) === table.name) setAttribute(table.element, name, to);
  rewriteEverywhere(book, from, (formula) => renameTable(formula, from, to), false);
  book.renamePivotTables(from, to);
}
