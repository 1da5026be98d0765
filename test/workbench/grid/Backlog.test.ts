import { Backlog, type WrittenRange } from '../../../src/workbench/grid/Backlog';
import { bookOf } from '../../support/bookOf';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const row = (at: number) => ({ firstRow: at, lastRow: at, firstColumn: 1, lastColumn: 1 });

/** A book of two sheets whose events a backlog hears, and what it had drawn. */
function setUp() {
  const book = bookOf({ One: { A1: 1, A5: 5 }, Two: { A5: 5 } });
  const drawn: (readonly WrittenRange[])[] = [];
  const backlog = new Backlog((written) => drawn.push(written));
  book.subscribe((event) => backlog.notice(event));
  const write = (sheet: string, at: number) => book.setCells(sheet, row(at), [[{ formula: null, value: 9, format: null }]], 'addin');
  const places = () => drawn.map((written) => written.map(({ sheet, range }) => `${sheet.name}!${range.firstRow}`));
  return { book, backlog, write, places };
}

test('draws once when the book has come to rest, with what was written where it stands by then', () => {
  const { book, write, places } = setUp();
  write('One', 5);
  write('Two', 5);
  book.insertRows('One', 2, 3, 'addin');
  jest.advanceTimersByTime(1_900);
  write('One', 1);
  jest.advanceTimersByTime(1_900);
  expect(places()).toEqual([]);
  jest.advanceTimersByTime(200);
  expect(places()).toEqual([['One!8', 'Two!5', 'One!1']]);
  write('One', 1);
  jest.runAllTimers();
  expect(places()).toHaveLength(1);
});

test('what was written and deleted is not drawn', () => {
  const { book, backlog, write, places } = setUp();
  write('One', 5);
  book.deleteRows('One', 5, 1, 'addin');
  backlog.drawNow();
  expect(places()).toEqual([[]]);
  jest.runAllTimers();
  expect(places()).toHaveLength(1);
});

test('draws nothing any more once it is disposed of', () => {
  const { backlog, write, places } = setUp();
  write('One', 5);
  backlog.dispose();
  jest.runAllTimers();
  backlog.drawNow();
  expect(places()).toEqual([]);
});
