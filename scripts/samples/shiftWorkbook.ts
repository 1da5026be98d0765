import { shiftReferences, shiftSpan } from '../../src/core/formula/shiftReferences';
import { MAX_ROW, parseRange, stringifyRange, type CellRange } from '../../src/core/workbook/Address';
import type { Sheet, Workbook } from './Workbook';

/** Rows or columns inserted (positive count) or deleted (negative) at a place of a sheet. */
export interface Move {
  readonly sheet: string;
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

/** Inserts or deletes rows or columns as Excel does: cells move, and every formula, name, table, validation and note follows. */
export function shiftWorkbook(workbook: Workbook, move: Move): void {
  for (const sheet of workbook.sheets) {
    const follow = (formula: string) => shiftReferences(formula, { ...move, sheetOfFormula: sheet.name });
    for (const cell of sheet.cells.values()) if (cell.formula !== null) cell.formula = follow(cell.formula);
    for (const table of sheet.tables) {
      table.columns = table.columns.map(({ name, formula }) => ({ name, formula: formula === null ? null : follow(formula) }));
    }
    if (sheet.name === move.sheet) shiftSheet(sheet, move);
  }
  for (const [name, formula] of workbook.names) workbook.names.set(name, shiftReferences(formula, { ...move, sheetOfFormula: '' }));
}

/** The address after the move; null when it was deleted. */
export function shiftAddress(address: string, move: Move): string | null {
  const range = parseRange(address)!;
  const [first, last]: [keyof CellRange, keyof CellRange] = move.axis === 'row' ? ['firstRow', 'lastRow'] : ['firstColumn', 'lastColumn'];
  const span = shiftSpan(range[first], range[last], move.at, move.count, MAX_ROW);
  return span && stringifyRange({ ...range, [first]: span[0], [last]: span[1] });
}

function shiftSheet(sheet: Sheet, move: Move): void {
  moveKeys(sheet.cells, move);
  moveKeys(sheet.notes, move);
  for (const table of sheet.tables) table.ref = shiftAddress(table.ref, move)!;
  for (const validation of sheet.validations) validation.ref = shiftAddress(validation.ref, move)!;
  if (sheet.autoFilter !== null) sheet.autoFilter = shiftAddress(sheet.autoFilter, move);
  if (move.axis === 'column' && move.count > 0) {
    const widths = Array.from({ length: move.count }, () => 16);
    sheet.widths.splice(move.at - 1, 0, ...widths);
  }
}

function moveKeys<T>(byAddress: Map<string, T>, move: Move): void {
  const entries = [...byAddress];
  byAddress.clear();
  for (const [address, item] of entries) {
    const moved = shiftAddress(address, move);
    if (moved !== null) byAddress.set(moved, item);
  }
}
