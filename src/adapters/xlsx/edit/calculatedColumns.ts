import { toA1 } from '../../../core/formula/toA1';
import { toRelative } from '../../../core/formula/toRelative';
import { displayFormula } from '../read/displayFormula';
import type { CellEdit } from './CellEdit';
import type { EditBook, SheetEntry } from './EditBook';
import type { EditSheet } from './EditSheet';
import { attribute, childOf, childrenOf, setText, textOf, type XmlElement } from './editXml';
import type { HeldCells } from './HeldCells';
import { sheetTables } from './sheetTables';
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

function columnsOf(book: EditBook, entry: SheetEntry): CalculatedColumn[] {
  return sheetTables(book, entry).flatMap(({ name, range, element: table }) => {
    const list = childOf(table, 'tableColumns');
    if (!list) return [];
    const firstRow = range.firstRow + (attribute(table, 'headerRowCount') === '0' ? 0 : 1);
    const lastRow = range.lastRow - Number(attribute(table, 'totalsRowCount') ?? 0);
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
function onlyFormula({ column, firstRow, lastRow }: CalculatedColumn, entry: SheetEntry, sheet: EditSheet, held: HeldCells): string | null {
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
