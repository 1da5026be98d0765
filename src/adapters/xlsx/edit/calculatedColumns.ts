import { toA1 } from '../../../core/formula/toA1';
import { toRelative } from '../../../core/formula/toRelative';
import { unescapeExcel } from '../read/cellText';
import { displayFormula } from '../read/displayFormula';
import type { CellEdit } from './CellEdit';
import type { EditBook, SheetEntry } from './EditBook';
import type { EditSheet } from './EditSheet';
import { attribute, childOf, childrenOf, insertBefore, newElement, setText, textOf, type XmlElement } from './editXml';
import type { HeldCells } from './HeldCells';
import { sheetTables, type SheetTable } from './sheetTables';
import { storedFormula } from './storedFormula';

/** A calculated column of a table: its formula, which new rows get, and the cells of its data. */
interface CalculatedColumn {
  readonly table: string;
  readonly formula: XmlElement;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * To be called before cells of a sheet are written; what is returned is called after it. A calculated column of which every cell held its formula,
 * and then holds another one, gets that as its own, as in Excel: new rows would else go on with the old one. It is the same the other way round, so
 * that an undo brings it back.
 */
export function calculatedColumns(
  book: EditBook,
  entry: SheetEntry,
  sheet: EditSheet,
  edits: readonly CellEdit[],
  held: HeldCells,
): () => void {
  const whole = columnsOf(book, entry)
    .filter((one) => edits.some((edit) => edit.kind === 'content' && isIn(one, edit)))
    .flatMap((one) => {
      const own = toRelative(displayFormula(textOf(one.formula), one.table), one.firstRow, one.column);
      return onlyFormula(one, entry, sheet, held) === own ? [{ one, own }] : [];
    });
  return () => {
    for (const { one, own } of whole) {
      const now = onlyFormula(one, entry, sheet, held);
      if (now !== null && now !== own) setText(one.formula, storedFormula(toA1(now, one.firstRow, one.column), one.table));
    }
  };
}

/** Lets new rows of a column that has none get the formula which all of its cells hold; nothing where they do not. */
export function fillColumnFormula(
  book: EditBook,
  entry: SheetEntry,
  sheet: EditSheet,
  held: HeldCells,
  { table: wanted, column: name }: { readonly table: string; readonly column: string },
): void {
  const table = sheetTables(book, entry).find((each) => each.name.toLowerCase() === wanted.toLowerCase());
  const list = table && childOf(table.element, 'tableColumns');
  const columns = list ? childrenOf(list, 'tableColumn') : [];
  const index = columns.findIndex((each) => unescapeExcel(attribute(each, 'name') ?? '').toLowerCase() === name.toLowerCase());
  const element = columns[index];
  if (!table || !element || childOf(element, 'calculatedColumnFormula')) return;
  const place = { column: table.range.firstColumn + index, ...dataRows(table) };
  const only = onlyFormula(place, entry, sheet, held);
  if (only === null) return;
  const text = storedFormula(toA1(only, place.firstRow, place.column), table.name);
  insertBefore(element, newElement(element, 'calculatedColumnFormula', {}, text), ['totalsRowFormula', 'xmlColumnPr', 'extLst']);
}

function dataRows({ range, element }: SheetTable): Pick<CalculatedColumn, 'firstRow' | 'lastRow'> {
  return {
    firstRow: range.firstRow + (attribute(element, 'headerRowCount') === '0' ? 0 : 1),
    lastRow: range.lastRow - Number(attribute(element, 'totalsRowCount') ?? 0),
  };
}

function columnsOf(book: EditBook, entry: SheetEntry): CalculatedColumn[] {
  return sheetTables(book, entry).flatMap((table) => {
    const { name, range } = table;
    const list = childOf(table.element, 'tableColumns');
    if (!list) return [];
    const { firstRow, lastRow } = dataRows(table);
    return childrenOf(list, 'tableColumn').flatMap((column, index) => {
      const formula = childOf(column, 'calculatedColumnFormula');
      if (!formula || attribute(formula, 'array') !== undefined) return [];
      return [{ table: name, formula, column: range.firstColumn + index, firstRow, lastRow }];
    });
  });
}

function isIn({ column, firstRow, lastRow }: CalculatedColumn, edit: CellEdit): boolean {
  return edit.column === column && edit.row >= firstRow && edit.row <= lastRow;
}

/** The one formula, in relative form, that all cells of a column hold which are not blank; null where they do not. */
function onlyFormula(
  { column, firstRow, lastRow }: Pick<CalculatedColumn, 'column' | 'firstRow' | 'lastRow'>,
  entry: SheetEntry,
  sheet: EditSheet,
  held: HeldCells,
): string | null {
  let only: string | null = null;
  for (let row = firstRow; row <= lastRow; row++) {
    const { formula, value } = held.content(entry, sheet, row, column);
    if (formula === null && value === null) continue;
    if (formula === null) return null;
    const relative = toRelative(formula.replace(/^=/, ''), row, column);
    if (only !== null && relative !== only) return null;
    only = relative;
  }
  return only;
}
