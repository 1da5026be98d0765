import type { Chance } from '../../../../scripts/samples/chance';
import { amount, whole } from '../models/figures';
import { listRows } from '../listRows';
import type { Line, TracedBook, TracedSheet } from '../TracedBook';
import { placeText } from './places';
import type { Plant } from './Plant';

/** The rows of a list in another order, as sorting it does; their own formulas go with them. */
export const shuffleList: Plant = (book, chance) => {
  const found = pickList(book, chance);
  if (found === null || isReadFromOutside(book, found.sheet, found.first, found.last)) return null;
  const { sheet, first, last } = found;
  const rows = sheet.rows.slice(first - 1, last);
  for (let k = rows.length - 1; k > 0; k--) {
    const other = whole(chance, 0, k);
    [rows[k], rows[other]] = [rows[other]!, rows[k]!];
  }
  reorder(sheet, sheet.rows.toSpliced(first - 1, rows.length, ...rows));
  return `shuffle ${sheet.name} rows ${first}:${last}`;
};

/** One row of a list to another place among its rows. */
export const rankAnew: Plant = (book, chance) => {
  const found = pickList(book, chance);
  if (found === null || isReadFromOutside(book, found.sheet, found.first, found.last)) return null;
  const { sheet, first, last } = found;
  const [from, to] = [whole(chance, first, last), whole(chance, first, last)];
  if (from === to) return null;
  const row = sheet.rows[from - 1]!;
  reorder(sheet, sheet.rows.toSpliced(from - 1, 1).toSpliced(to - 1, 0, row));
  return `put ${sheet.name} row ${from} at ${to} of its list`;
};

/** Another key for a row of a list. */
export const changeKey: Plant = (book, chance, tag) => {
  const found = pickList(book, chance);
  if (found === null) return null;
  const { sheet, first, last } = found;
  const row = whole(chance, first, last);
  const value = `T-${whole(chance, 9000, 9999)}.${amount(chance)}`;
  sheet.setCell(row, 1, { ...sheet.cell(row, 1)!, value, tag });
  return `write the key ${value} to ${placeText({ sheet, row, column: 1 })}`;
};

/** Has the rows stand so; a table and what else covers cells stays where it is. */
function reorder(sheet: TracedSheet, rows: readonly Line[]): void {
  const before = sheet.rows;
  const there = (end: Line | number): Line | number => (typeof end === 'number' ? end : rows[before.indexOf(end)]!);
  sheet.areas = sheet.areas.map((area) => {
    const ends = area.at.rows;
    return ends === null ? area : { ...area, at: { ...area.at, rows: { ...ends, first: there(ends.first), last: there(ends.last) } } };
  });
  sheet.rows = rows;
}

function pickList(book: TracedBook, chance: Chance): { sheet: TracedSheet; first: number; last: number } | null {
  const lists = book.sheets.flatMap((sheet) => {
    const list = listRows(sheet);
    return list === null ? [] : [{ sheet, ...list }];
  });
  return lists.length === 0 ? null : chance.pick(lists);
}

/** Sorting moves cells and leaves what others read of them where it was: other cells then read other rows. */
function isReadFromOutside(book: TracedBook, sheet: TracedSheet, first: number, last: number): boolean {
  const rows = new Set<unknown>(sheet.rows.slice(first - 1, last));
  const reads = (formula: readonly unknown[], own: Line | null): boolean =>
    formula.some((part) => {
      if (typeof part !== 'object' || part === null) return false;
      const reference = part as TracedBook['names'][number]['formula'][number] & object;
      if (reference.sheet !== sheet.key || reference.rows === null) return false;
      return [reference.rows.first, reference.rows.last].some((end) => rows.has(end) && end !== own);
    });
  if (book.names.some(({ formula }) => reads(formula, null))) return true;
  return book.sheets.some((each) =>
    [...each.cells].some(([row, cells]) =>
      [...cells.values()].some(({ formula }) => formula !== null && reads(formula, each === sheet ? row : null)),
    ),
  );
}
