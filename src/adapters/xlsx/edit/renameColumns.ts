import { renameTableColumn } from '../../../core/formula/renameTableColumn';
import { unescapeExcel } from '../read/cellText';
import type { EditBook, SheetEntry } from './EditBook';
import { setContent } from './editCell';
import type { CellEdit } from './CellEdit';
import { rewriteEverywhere } from './editSheets';
import { attribute, childOf, childrenOf, setAttribute, type XmlElement } from './editXml';
import { escapeExcel } from './encodeText';
import { sheetTables } from './sheetTables';

/**
 * Calls the columns of a sheet's tables as the cells that head them were just written, and every reference to them likewise: Excel takes a
 * workbook for damaged in which the two differ. A heading is a text, which no other column of its table has.
 */
export function renameColumns(book: EditBook, entry: SheetEntry, edits: readonly CellEdit[]): void {
  for (const { range, element: table, name } of sheetTables(book, entry)) {
    const list = childOf(table, 'tableColumns');
    if (!list || attribute(table, 'headerRowCount') === '0') continue;
    const columns = childrenOf(list, 'tableColumn');
    for (const edit of edits) {
      const column = columns[edit.column - range.firstColumn];
      if (edit.kind !== 'content' || edit.row !== range.firstRow || column === undefined) continue;
      renameColumn(book, entry, { table: name, columns, column }, edit);
    }
  }
}

function renameColumn(
  book: EditBook,
  entry: SheetEntry,
  { table, columns, column }: { readonly table: string; readonly columns: readonly XmlElement[]; readonly column: XmlElement },
  { value, formula, row, column: at }: Extract<CellEdit, { kind: 'content' }>,
): void {
  // No plan writes these; a file in which they stand is taken as it is.
  if (formula !== null || value === null || value === '' || typeof value === 'object') return;
  const from = nameOf(column);
  const others = new Set(columns.filter((each) => each !== column).map((each) => nameOf(each).toLowerCase()));
  const to = free(String(value), others);
  const sheet = book.sheet(entry);
  if (sheet && to !== value) setContent(sheet.rows.touch(row, at), null, to, sheet.prefix);
  if (to === from) return;
  setAttribute(column, 'name', escapeExcel(to));
  rewriteEverywhere(book, table, (text) => renameTableColumn(text, { table, from, to, own: false }), false);
}

/** A name that none of the others has, as Excel makes it: `Amount2` where there is an `Amount`. */
function free(wanted: string, others: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; others.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  return name;
}

function nameOf(column: XmlElement): string {
  return unescapeExcel(attribute(column, 'name') ?? '');
}
