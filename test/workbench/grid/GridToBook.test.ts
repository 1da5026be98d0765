import type { FWorkbook } from '@univerjs/preset-sheets-core';
import type { BookToGrid } from '../../../src/workbench/grid/BookToGrid';
import { GridToBook } from '../../../src/workbench/grid/GridToBook';
import { bookOf } from '../../support/bookOf';

// Univer itself runs in browsers only, and what is looked at here needs nothing of it.
jest.mock('@univerjs/core', () => ({}));
jest.mock('@univerjs/preset-sheets-core', () => ({}));

/** What Univer reports goes to a real book; of the grid only what taking an edit back needs is there. */
function gridOn(book: ReturnType<typeof bookOf>) {
  const undo = jest.fn();
  const refused: string[] = [];
  const toGrid = { drawing: false, taking: false, sheetOf: () => book.sheets[0]! } as unknown as BookToGrid;
  const toBook = new GridToBook(book, { undo } as unknown as FWorkbook, toGrid, (message) => refused.push(message));
  return { undo, refused, report: (id: string, params: object) => toBook.take({ id, type: 0, params: { subUnitId: 'any', ...params } }) };
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
