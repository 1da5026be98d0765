import type { IExecutionOptions } from '@univerjs/core';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
import type { BookToGrid } from '../../../src/workbench/grid/BookToGrid';
import { GridToBook } from '../../../src/workbench/grid/GridToBook';
import { bookOf } from '../../support/bookOf';

// Univer itself runs in browsers only, and what is looked at here needs nothing of it.
jest.mock('@univerjs/core', () => ({ CellValueType: { STRING: 1, NUMBER: 2, BOOLEAN: 3, FORCE_STRING: 4 } }));
jest.mock('@univerjs/preset-sheets-core', () => ({}));

/** What Univer reports goes to a real book; of the grid only what taking an edit back needs is there. */
function gridOn(book: ReturnType<typeof bookOf>) {
  const undo = jest.fn();
  const refused: string[] = [];
  const toGrid = { drawing: false, taking: false, sheetOf: () => book.sheets[0]! } as unknown as BookToGrid;
  const toBook = new GridToBook(book, { undo } as unknown as FWorkbook, toGrid, (message) => refused.push(message));
  return {
    toBook,
    undo,
    refused,
    report: (id: string, params: object) => toBook.take({ id, type: 0, params: { subUnitId: 'any', ...params } }),
    calculated: (cellValue: object) => {
      const how: IExecutionOptions = { applyFormulaCalculationResult: true };
      toBook.take({ id: 'sheet.mutation.set-range-values', type: 0, params: { subUnitId: 'any', cellValue } }, how);
    },
  };
}

const select = (startRow: number, startColumn: number, endRow: number, endColumn: number) => ({
  selections: [{ range: { startRow, startColumn, endRow, endColumn } }],
});

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('a selection that the book refuses does not take the last edit back', () => {
  const book = bookOf({ One: { A1: 1 } });
  const { undo, refused, report } = gridOn(book);
  report('sheet.operation.set-selections', select(-3, 0, -3, 0));
  jest.runAllTimers();
  expect(undo).not.toHaveBeenCalled();
  expect(refused).toEqual([]);
  expect(book.selection).toEqual({ firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 });
});

test('an edit that the book refuses is taken back, and the user told why', () => {
  const book = bookOf({ One: { A1: 1 } });
  book.setProtected('One', true, 'user');
  const { undo, refused, report } = gridOn(book);
  report('sheet.mutation.insert-row', { range: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 5 } });
  jest.runAllTimers();
  expect(undo).toHaveBeenCalledTimes(1);
  expect(refused).toEqual([expect.stringContaining('protected')]);
});

test.each([
  ['rows', select(2, NaN, 4, NaN), { firstRow: 3, firstColumn: 1, lastRow: 5, lastColumn: 16_384 }],
  ['columns', select(NaN, 1, NaN, 1), { firstRow: 1, firstColumn: 2, lastRow: 1_048_576, lastColumn: 2 }],
])('whole %s, which Univer reports without ends, are selected whole', (_, params, range) => {
  const book = bookOf({ One: { A1: 1 } });
  gridOn(book).report('sheet.operation.set-selections', params);
  expect(book.selection).toEqual(range);
});

test('a result that is an empty text is one, and 0 is what a formula takes from a blank cell', () => {
  const book = bookOf({ One: { A1: '=IF(C1="","",1)', B1: '=C1' } });
  gridOn(book).calculated({ 0: { 0: { v: '', t: 1 }, 1: { v: null } } });
  expect([book.getCell('One', 1, 1).value, book.getCell('One', 1, 2).value]).toEqual(['', 0]);
});

test.each([
  ['insert-range-move-right', { B2: null, C2: 2, B3: 3 }],
  ['insert-range-move-down', { B2: null, C2: null, B3: 2 }],
  ['delete-range-move-left', { B2: null, C2: null, B3: 3 }],
  ['delete-range-move-up', { B2: 3, C2: null, B3: null }],
])('the command %s is run by the book, not by the grid', (command, held) => {
  const book = bookOf({ One: { B2: 2, B3: 3 } });
  const { toBook } = gridOn(book);
  const range = { startRow: 1, startColumn: 1, endRow: 1, endColumn: 1 };
  expect(toBook.takeShift({ id: `sheet.command.${command}`, type: 0, params: { range } })).toBe(true);
  jest.runAllTimers();
  const now = { B2: book.getCell('One', 2, 2).value, C2: book.getCell('One', 2, 3).value, B3: book.getCell('One', 3, 2).value };
  expect(now).toEqual(held);
  expect(book.journal).toHaveLength(1);
});

test('cells that the book does not let move stay, the user is told why, and other commands are the grid’s', () => {
  const book = bookOf({ One: { B2: 2 } });
  book.sheets[0]!.merges = [{ firstRow: 2, firstColumn: 3, lastRow: 3, lastColumn: 3 }];
  const { toBook, refused, undo } = gridOn(book);
  expect(toBook.takeShift({ id: 'sheet.command.insert-row', type: 0, params: {} })).toBe(false);
  book.select('One', { firstRow: 2, firstColumn: 2, lastRow: 2, lastColumn: 2 }, 'user');
  expect(toBook.takeShift({ id: 'sheet.command.insert-range-move-right', type: 0 })).toBe(true);
  jest.runAllTimers();
  expect(refused).toEqual([expect.stringContaining('merged')]);
  expect([book.getCell('One', 2, 2).value, book.journal.length, undo.mock.calls.length]).toEqual([2, 0, 0]);
});
