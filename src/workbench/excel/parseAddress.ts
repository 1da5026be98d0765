import { columnNumber, MAX_COLUMN, MAX_ROW, parseRange, type CellRange } from '../../core/workbook/Address';
import type { HostBook } from '../book/HostBook';
import type { HostSheet } from '../book/HostSheet';

/** A range on a sheet. */
export interface Place {
  readonly sheet: HostSheet;
  readonly area: CellRange;
}

/**
 * The place that `A1:B2`, `A:C`, `5:7`, `Sheet1!A1`, `'My sheet'!A1`, a defined name or a table's name stands for, seen from a
 * sheet; null when it stands for none.
 */
export function parseAddress(book: HostBook, text: string, home: HostSheet): Place | null {
  const bang = text.lastIndexOf('!');
  const prefix = text.slice(0, Math.max(0, bang)).trim();
  const sheet = bang < 0 ? home : book.findSheet(prefix.startsWith("'") ? prefix.slice(1, -1).replace(/''/g, "'") : prefix);
  if (!sheet) return null;
  const local = text.slice(bang + 1).trim();
  const area = parseRange(local) ?? wholeLines(local);
  if (area) return { sheet, area };
  const name = book.names.find(local, sheet) ?? book.names.find(local, null);
  if (name) return placeOfFormula(book, name.formula, sheet);
  const table = book.tables.find(local);
  return table ? { sheet: table.sheet, area: table.range } : null;
}

/** The place a formula such as `Sheet1!$A$1:$B$2` names; null when it is more, or less, than a reference. */
export function placeOfFormula(book: HostBook, formula: string, home: HostSheet): Place | null {
  const plain = formula.replace(/^=/, '');
  const bang = plain.lastIndexOf('!');
  const local = plain.slice(bang + 1);
  return parseRange(local) || wholeLines(local) ? parseAddress(book, plain, home) : null;
}

function wholeLines(text: string): CellRange | null {
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows) {
    const [first = 0, last = 0] = [Number(rows[1]), Number(rows[2])].sort((a, b) => a - b);
    return first < 1 || last > MAX_ROW ? null : { firstRow: first, lastRow: last, firstColumn: 1, lastColumn: MAX_COLUMN };
  }
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (!columns) return null;
  const [first = 0, last = 0] = [columnNumber(columns[1]!), columnNumber(columns[2]!)].sort((a, b) => a - b);
  return last > MAX_COLUMN ? null : { firstRow: 1, lastRow: MAX_ROW, firstColumn: first, lastColumn: last };
}
