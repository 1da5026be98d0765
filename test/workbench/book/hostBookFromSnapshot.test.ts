import { readFile } from 'node:fs/promises';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import { toA1 } from '../../../src/core/formula/toA1';
import { valueAt } from '../../../src/core/workbook/cellAt';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { describeBook } from '../../support/describeBook';

let snapshot: Snapshot;
let book: HostBook;
beforeAll(async () => {
  const read = await readWorkbook(await readFile('assets/samples/revenue-model-fy26-official.xlsx'), 'official.xlsx', () => undefined);
  if (!read.ok) throw new Error(read.failure.message);
  snapshot = read.value;
  book = hostBookFromSnapshot(snapshot);
}, 60_000);

test('every cell of the file is in the book, and no other', () => {
  for (const from of snapshot.sheets) {
    const sheet = book.sheet(from.name);
    let held = 0;
    sheet.grid.forEach(() => held++);
    expect(held).toBe(from.cells.count);
    for (let i = 0; i < from.cells.count; i++) {
      const [row, column, formula] = [from.cells.row[i]!, from.cells.column[i]!, from.cells.formula[i]!];
      const cell = sheet.cell(row, column);
      const wanted = formula < 0 ? null : `=${toA1(snapshot.formulas[formula]!, row, column)}`;
      if (cell.formula !== wanted) throw new Error(`${from.name} ${row},${column}: ${cell.formula} is not ${wanted}`);
      const value = JSON.stringify(valueAt(snapshot, from.cells, i));
      if (JSON.stringify(cell.value) !== value)
        throw new Error(`${from.name} ${row},${column}: ${JSON.stringify(cell.value)} is not ${value}`);
      if (cell.touched !== 'no') throw new Error(`${from.name} ${row},${column} counts as touched.`);
    }
  }
});

test('names, tables, notes and the first visible sheet come along, and nothing counts as changed', () => {
  expect(book.names.items.map(({ name, formula }) => [name, formula])).toEqual(snapshot.names.map(({ name, formula }) => [name, formula]));
  expect(book.tables.items.map(({ name, range }) => [name, range])).toEqual(snapshot.tables.map(({ name, range }) => [name, range]));
  expect(book.notes.items).toHaveLength(snapshot.sheets.reduce((sum, sheet) => sum + sheet.notes.length, 0));
  expect(book.activeSheet.visibility).toBe('visible');
  expect(book.journal).toEqual([]);
});

test('lines put into a whole model and taken out again leave it as it was', () => {
  for (const sheet of book.sheets) {
    const before = JSON.stringify(describeBook(book));
    const middle = Math.ceil((sheet.grid.usedRange()?.lastRow ?? 2) / 2);
    book.insertRows(sheet, middle, 3, 'user');
    expect(JSON.stringify(describeBook(book))).not.toBe(before);
    book.deleteRows(sheet, middle, 3, 'user');
    book.insertColumns(sheet, 2, 1, 'user');
    book.deleteColumns(sheet, 2, 1, 'user');
    expect(JSON.stringify(describeBook(book)) === before).toBe(true);
  }
});

test('renaming every sheet and back leaves the model as it was', () => {
  const before = JSON.stringify(describeBook(book));
  for (const sheet of book.sheets) {
    const { name } = sheet;
    book.renameSheet(sheet, `${name} (old)`, 'user');
    book.renameSheet(sheet, name, 'user');
  }
  expect(JSON.stringify(describeBook(book)) === before).toBe(true);
});
