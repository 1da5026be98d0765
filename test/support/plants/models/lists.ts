import { amount, whole } from './figures';
import type { SheetMaker } from './modelOf';

const REGIONS = ['North', 'South', 'East', 'West'];
const OWNERS = ['Ada', 'Ben', 'Cleo', 'Dev', 'Eva'];

/** A list with a key in its first column, sometimes an Excel table, with attributes that come again. */
export const keyedTable: SheetMaker = (sheet, chance) => {
  const first = chance.next() < 0.5 ? 1 : 3;
  if (first === 3) sheet.set(1, 1, 'Territories');
  const columns = ['Code', 'Region', 'Owner', 'Quota', 'Rate'].slice(0, whole(chance, 3, 5));
  columns.forEach((column, k) => sheet.set(first, k + 1, column));
  const rows = whole(chance, 6, 30);
  for (let i = 1; i <= rows; i++) {
    const row = first + i;
    sheet.set(row, 1, `T-${1000 + i * 7 + whole(chance, 0, 5)}`);
    sheet.set(row, 2, chance.pick(REGIONS));
    sheet.set(row, 3, chance.pick(OWNERS));
    if (columns.length > 3) sheet.set(row, 4, amount(chance));
    if (columns.length > 4) sheet.set(row, 5, chance.next() < 0.3 ? 0.1 : [`=D${row}*0.1`, amount(chance)]);
  }
  if (chance.next() < 0.5) sheet.table(`Table${sheet.name.length}`, [first, first + rows], columns);
};

/** A sheet of rows that come again and again, with headers that come again and blank rows between. */
export const repeatedRows: SheetMaker = (sheet, chance) => {
  const columns = whole(chance, 2, 5);
  const patterns = Array.from({ length: whole(chance, 1, 4) }, (_, k) =>
    Array.from({ length: columns }, (_, c) => (c === 0 ? ['Seat', 'Add-on', 'Credit', 'Setup'][k]! : whole(chance, 0, 3))),
  );
  const rows = whole(chance, 8, 30);
  let row = 1;
  for (let i = 0; i < rows; i++, row++) {
    const way = chance.next();
    if (i > 0 && i < rows - 1 && way < 0.12) continue;
    if (i === 0 || way < 0.22) for (let c = 1; c <= columns; c++) sheet.set(row, c, ['Line', 'Jan', 'Feb', 'Mar', 'Apr'][c - 1]!);
    else chance.pick(patterns).forEach((cell, c) => sheet.set(row, c + 1, cell));
  }
};
