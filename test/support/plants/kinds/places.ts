import type { Chance } from '../../../../scripts/samples/chance';
import { columnName } from '../../../../src/core/workbook/Address';
import { rangeOf } from '../snapshotOfBook';
import type { AxisName, TracedBook, TracedCell, TracedSheet } from '../TracedBook';

/** A cell of a sheet with its numbers. */
export interface Place {
  readonly sheet: TracedSheet;
  readonly row: number;
  readonly column: number;
  readonly cell: TracedCell;
}

/** A sheet that holds something, or null. */
export function pickSheet(book: TracedBook, chance: Chance): TracedSheet | null {
  const used = book.sheets.filter((sheet) => sheet.lastUsed('rows') >= 3);
  return used.length === 0 ? null : chance.pick(used);
}

/** A cell that satisfies, or null. */
export function pickCell(book: TracedBook, chance: Chance, accept: (cell: TracedCell, place: Place) => boolean): Place | null {
  const sheet = pickSheet(book, chance);
  if (sheet === null) return null;
  const entries = [...sheet.entries()];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const place = { sheet, ...chance.pick(entries) };
    if (isFree(place) && accept(place.cell, place)) return place;
  }
  return null;
}

/** So many cells are tried before another sheet is. */
const ATTEMPTS = 40;

/** False in arrays, whose cells are not edited one by one, and in headers of tables, which name columns. */
function isFree({ sheet, row, column }: Place): boolean {
  return sheet.areas.every(({ what, at }) => {
    if (what === 'merge') return true;
    const { firstRow, lastRow, firstColumn, lastColumn } = rangeOf(sheet, at);
    const end = 'table' in what ? firstRow : lastRow;
    return row < firstRow || row > end || column < firstColumn || column > lastColumn;
  });
}

/** `Model!B3`. */
export function placeText({ sheet, row, column }: Pick<Place, 'sheet' | 'row' | 'column'>): string {
  return `${sheet.name}!${columnName(column)}${row}`;
}

/** `Model rows 3:5`. */
export function linesText(sheet: TracedSheet, axis: AxisName, at: number, count: number): string {
  const name = (number: number): string => (axis === 'rows' ? String(number) : columnName(number));
  return `${sheet.name} ${axis} ${name(at)}:${name(at + count - 1)}`;
}

/** Whether lines can come in before `at`, or those from `at` on can go, with no array torn, no table left without rows or header. */
export function canShift(sheet: TracedSheet, axis: AxisName, at: number, count: number): boolean {
  return sheet.areas.every(({ what, at: where }) => {
    if (what === 'merge') return true;
    const range = rangeOf(sheet, where);
    const [first, last] = axis === 'rows' ? [range.firstRow, range.lastRow] : [range.firstColumn, range.lastColumn];
    const inside = count > 0 ? at > first && at <= last : at <= last && at - count > first;
    if ('array' in what) return !inside;
    // Columns of tables have names of their own; a table keeps its header and a row.
    if (axis === 'columns') return !inside;
    return count > 0 || !inside || (at > first && last - first + count >= 1);
  });
}
