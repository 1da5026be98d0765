import fc from 'fast-check';
import { columnName, parseRange, stringifyRange, type CellRange } from '../../../src/core/workbook/Address';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import type { HostEvent } from '../../../src/workbench/book/HostEvent';
import { bookOf, contentOf, type CellNotation } from '../../support/bookOf';
import { describeBook } from '../../support/describeBook';

const at = (address: string): CellRange => parseRange(address)!;
const write = (book: HostBook, sheet: string, address: string, rows: readonly (readonly CellNotation[])[]) =>
  book.setCells(
    sheet,
    at(address),
    rows.map((row) => row.map(contentOf)),
    'user',
  );
const formula = (book: HostBook, sheet: string, address: string) =>
  book.getCell(sheet, at(address).firstRow, at(address).firstColumn).formula;

const address = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 })).map(([column, row]) => columnName(column) + row);
const range = fc.tuple(address, address).map(([a, b]) => `${a}:${b}`);
const notation: fc.Arbitrary<CellNotation> = fc.oneof(
  fc.integer(),
  fc.constantFrom('text', true, { formula: null, value: 5, format: '0.0%' }),
  fc.tuple(fc.constantFrom('', 'Data!', "'My sheet'!"), fc.oneof(address, range)).map(([sheet, ref]) => `=SUM(${sheet}${ref})`),
);
const cells = fc.dictionary(address, notation, { maxKeys: 20 });
const books = fc
  .record({ cells, other: cells, merge: range, table: range, noted: address, hidden: fc.integer({ min: 1, max: 9 }) })
  .map((parts) => {
    const book = bookOf({ Data: parts.cells, 'My sheet': parts.other });
    const sheet = book.sheet('Data');
    sheet.merges = [at(parts.merge)];
    sheet.hiddenRows.add({ first: parts.hidden, last: parts.hidden + 2 });
    sheet.conditionalFormats = [
      { id: 'c', ranges: [at(parts.merge)], formula: `=${parts.noted}>0`, fill: '#FFFF00', fontColor: null, stopIfTrue: false },
    ];
    book.notes.addLoaded({
      id: 'n',
      sheet,
      row: at(parts.noted).firstRow,
      column: at(parts.noted).firstColumn,
      author: '',
      text: 'x',
      kind: 'note',
      resolved: false,
    });
    book.names.addLoaded({ name: 'Total', scope: null, formula: `Data!${parts.table}`, hidden: false, comment: '' });
    return book;
  });

describe('inserting lines and deleting them again leaves the book as it was', () => {
  for (const axis of ['Rows', 'Columns'] as const) {
    test(axis, () => {
      fc.assert(
        fc.property(books, fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 5 }), (book, line, count) => {
          const before = JSON.stringify(describeBook(book));
          book[`insert${axis}`]('Data', line, count, 'user');
          book[`delete${axis}`]('Data', line, count, 'user');
          const after = describeBook(book) as { sheets: { hiddenRows: unknown }[] };
          // A hidden run that new rows split stays two runs that touch, which is joined again; the rest must be equal to the letter.
          expect(JSON.stringify(after)).toBe(before);
        }),
      );
    });
  }
});

describe('inserting cells and deleting them again leaves the book as it was', () => {
  test.each([
    ['right', 'left'],
    ['down', 'up'],
  ] as const)('%s', (there, back) => {
    let moved = 0;
    fc.assert(
      fc.property(books, range, (book, cells) => {
        const part = at(cells);
        // What a format covered may come to be covered in pieces.
        book.sheet('Data').conditionalFormats = [];
        const before = describeBook(book);
        try {
          book.insertCells('Data', part, there, 'user');
        } catch (error) {
          expect(error).toMatchObject({ code: 'InvalidOperation' });
          expect(describeBook(book)).toEqual(before);
          return;
        }
        moved++;
        book.deleteCells('Data', part, back, 'user');
        expect(describeBook(book)).toEqual(before);
      }),
    );
    expect(moved).toBeGreaterThan(10);
  });
});

test('cells across a whole sheet move as whole lines do', () => {
  fc.assert(
    fc.property(books, fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 5 }), fc.boolean(), (book, first, count, onRows) => {
      const before = book.journal.length;
      const range = onRows
        ? { firstRow: first, lastRow: first + count - 1, firstColumn: 1, lastColumn: 16_384 }
        : { firstRow: 1, lastRow: 1_048_576, firstColumn: first, lastColumn: first + count - 1 };
      book.insertCells('Data', range, onRows ? 'down' : 'right', 'user');
      expect(book.journal.slice(before)).toEqual([{ kind: 'insert', axis: onRows ? 'row' : 'column', sheet: 'Data', at: first, count }]);
    }),
  );
});

describe('cells put in between others', () => {
  const shifted = () => {
    const book = bookOf({
      Data: { A1: 1, B1: 2, C1: 3, A2: 4, B2: { formula: null, value: 5, format: '0%' }, C2: '=B2', A3: 7, B3: '=A3+C2', C3: 9 },
      Sum: { A1: '=Data!C2+Data!C1', A2: '=SUM(Data!B1:B3)', A3: '=SUM(Data!B2:C2)' },
    });
    book.names.addLoaded({ name: 'Here', scope: null, formula: 'Data!$C$2', hidden: false, comment: '' });
    return book;
  };

  test('push those behind to the right, and formulas and names follow', () => {
    const book = shifted();
    const events: HostEvent[] = [];
    book.subscribe((event) => events.push(event));
    book.insertCells('Data', at('B2:B2'), 'right', 'addin');
    const held = (sheet: string, ...addresses: string[]) =>
      addresses.map((place) => formula(book, sheet, place) ?? book.getCell(sheet, at(place).firstRow, at(place).firstColumn).value);
    expect(held('Data', 'B1', 'C1', 'A2', 'B2', 'C2', 'D2', 'B3', 'C3')).toEqual([2, 3, 4, null, 5, '=C2', '=A3+D2', 9]);
    expect(held('Sum', 'A1', 'A2', 'A3')).toEqual(['=Data!D2+Data!C1', '=SUM(Data!B1:B3)', '=SUM(Data!C2:D2)']);
    expect(book.names.items[0]!.formula).toBe('Data!$D$2');
    expect(book.getCell('Data', 2, 3).format).toBe('0%');
    expect(events.map(({ kind }) => kind)).toEqual(['lines']);
    expect(book.journal).toEqual([{ kind: 'insert', axis: 'column', sheet: 'Data', at: 2, count: 1, across: { first: 2, last: 2 } }]);
  });

  test('push those below down', () => {
    const book = shifted();
    book.insertCells('Data', at('B2:C3'), 'down', 'user');
    expect(formula(book, 'Data', 'C4')).toBe('=B4');
    expect(formula(book, 'Data', 'B5')).toBe('=A3+C4');
    expect(book.getCell('Data', 3, 1).value).toBe(7);
  });

  const table = (book: HostBook) =>
    book.tables.addLoaded({
      id: 't',
      name: 'Costs',
      sheet: book.sheet('Data'),
      range: at('B2:C4'),
      headerRow: true,
      totalsRow: false,
      columns: [
        { name: 'Key', formula: null },
        { name: 'Amount', formula: null },
      ],
    });

  test.each<[string, (book: HostBook) => void]>([
    ['a table', table],
    ['merged cells', (book) => (book.sheet('Data').merges = [at('B2:C4')])],
    ['an array formula', (book) => (book.sheet('Data').arrays = [{ range: at('B2:C4'), kind: 'array' }])],
    ['what an array spills', (book) => (book.sheet('Data').arrays = [{ range: at('B2:C4'), kind: 'spill' }])],
  ])('never tear %s apart, but carry or pass by the whole of it', (_, put) => {
    const act = (cells: string, how: 'right' | 'down' | 'left' | 'up') => () => {
      const book = shifted();
      put(book);
      const before = describeBook(book);
      try {
        if (how === 'right' || how === 'down') book.insertCells('Data', at(cells), how, 'user');
        else book.deleteCells('Data', at(cells), how, 'user');
      } catch (error) {
        expect(describeBook(book)).toEqual(before);
        throw error;
      }
      const sheet = book.sheet('Data');
      return [...book.tables.items, ...sheet.arrays].map(({ range }) => range).concat(sheet.merges)[0];
    };
    const refused = expect.objectContaining({ code: 'InvalidOperation' }) as Error;
    expect(act('B3:C3', 'right')).toThrow(refused);
    expect(act('A2:A3', 'right')).toThrow(refused);
    expect(act('C2:C4', 'right')).toThrow(refused);
    expect(act('C1', 'down')).toThrow(refused);
    expect(act('B3:C3', 'up')).toThrow(refused);
    expect(act('B2:B4', 'left')).toThrow(refused);
    expect(act('A1:A4', 'right')()).toEqual(at('C2:D4'));
    expect(act('B1:C1', 'down')()).toEqual(at('B3:C5'));
    expect(act('D2:D3', 'right')()).toEqual(at('B2:C4'));
    expect(act('A2:A4', 'left')()).toEqual(at('A2:B4'));
  });

  test('are refused where they would push cells or a note off the sheet', () => {
    const book = bookOf({ Data: { XFD5: 1, XFD9: 2, A1048576: 3 } });
    const refused = expect.objectContaining({ code: 'InvalidOperation' }) as Error;
    expect(() => book.insertCells('Data', at('A4:A6'), 'right', 'user')).toThrow(refused);
    expect(() => book.insertCells('Data', at('A1'), 'down', 'user')).toThrow(refused);
    expect(() => book.insertCells('Data', at('A6:A8'), 'right', 'user')).not.toThrow();
    expect(() => book.insertCells('Data', at('B1'), 'down', 'user')).not.toThrow();
    book.setProtected('Data', true, 'user');
    expect(() => book.insertCells('Data', at('B1'), 'down', 'user')).toThrow(expect.objectContaining({ code: 'AccessDenied' }) as Error);
  });

  test('leave of a conditional format what it covered, cell by cell', () => {
    const book = bookOf({ Data: { A1: 1 } });
    const covered = () => book.sheet('Data').conditionalFormats.flatMap(({ ranges }) => ranges.map(stringifyRange));
    book.sheet('Data').conditionalFormats = [
      { id: 'c', ranges: [at('A1:C9'), at('A12:B12')], formula: '=TRUE', fill: '#FFFF00', fontColor: null, stopIfTrue: false },
    ];
    book.insertCells('Data', at('B3:B5'), 'right', 'user');
    expect(covered()).toEqual(['A1:C2', 'A3:D5', 'A6:C9', 'A12:B12']);
  });
});

test('renaming a sheet and back leaves every formula as it was', () => {
  fc.assert(
    fc.property(books, fc.constantFrom('X', 'My other', "It's", '2024'), (book, name) => {
      const before = JSON.stringify(describeBook(book));
      book.renameSheet('Data', name, 'user');
      book.renameSheet(name, 'Data', 'user');
      expect(JSON.stringify(describeBook(book))).toBe(before);
    }),
  );
});

describe('inserted rows', () => {
  test.each([
    ['=A5', '=A7'],
    ['=SUM(A1:A5)', '=SUM(A1:A7)'],
    ['=$A$2+Data!$B3', '=$A$2+Data!$B5'],
    ['=SUM(A:A)+"A5"', '=SUM(A:A)+"A5"'],
    ["='My sheet'!A5", "='My sheet'!A5"],
  ])('carry %s to %s', (from, to) => {
    const book = bookOf({ Data: { F1: from }, 'My sheet': {} });
    book.insertRows('Data', 3, 2, 'user');
    expect(formula(book, 'Data', 'F1')).toBe(to);
  });

  test('look like the row above them', () => {
    const book = bookOf({ Data: { A1: { formula: null, value: 1, format: '0%' } } });
    book.insertRows('Data', 2, 1, 'user');
    expect(book.getCell('Data', 2, 1)).toMatchObject({ value: null, format: '0%' });
  });

  test('grow a table and tell the grid which formulas it must draw anew', () => {
    const book = bookOf({ Data: { A1: 'Key', A2: 1, A3: 2, C1: '=A3' } });
    book.tables.addLoaded({
      id: 't',
      name: 'Costs',
      sheet: book.sheet('Data'),
      range: at('A1:A3'),
      headerRow: true,
      totalsRow: false,
      columns: [{ name: 'Key', formula: null }],
    });
    const events: HostEvent[] = [];
    book.subscribe((event) => events.push(event));
    book.insertRows('Data', 3, 1, 'addin');
    expect(book.tables.items[0]!.range).toEqual(at('A1:A4'));
    expect(events).toMatchObject([{ kind: 'lines', origin: 'addin', rewritten: [{ row: 1, column: 3 }] }]);
  });
});

test('a heading of a table calls its column, and formulas that refer to it follow', () => {
  const book = bookOf({
    Data: { A1: 'Key', B1: 'Cost', A2: 1, B2: '=[@Key]*2', D1: '=SUM(Costs[Key])' },
    Other: { A1: '=SUM(Costs[[#All],[key]])' },
  });
  book.tables.addLoaded({
    id: 't',
    name: 'Costs',
    sheet: book.sheet('Data'),
    range: at('A1:B2'),
    headerRow: true,
    totalsRow: false,
    columns: [
      { name: 'Key', formula: null },
      { name: 'Cost', formula: '[@Key]*2' },
    ],
  });
  book.setCells('Data', at('A1:A1'), [[{ formula: null, value: 'Item key', format: null }]], 'user');
  expect(book.tables.items[0]!.columns).toEqual([
    { name: 'Item key', formula: null },
    { name: 'Cost', formula: '[@[Item key]]*2' },
  ]);
  expect([formula(book, 'Data', 'B2'), formula(book, 'Data', 'D1'), formula(book, 'Other', 'A1')]).toEqual([
    '=[@[Item key]]*2',
    '=SUM(Costs[Item key])',
    '=SUM(Costs[[#All],[Item key]])',
  ]);
});

test('a deleted sheet leaves #REF! behind, and the next visible sheet is active', () => {
  const book = bookOf({ Data: { A1: 1 }, Hidden: {}, Sum: { A1: '=Data!A1+1' } });
  book.setVisibility('Hidden', 'hidden', 'user');
  book.deleteSheet('Data', 'user');
  expect(formula(book, 'Sum', 'A1')).toBe('=#REF!A1+1');
  expect(book.activeSheet.name).toBe('Sum');
});

test('the journal tells the structure in order, with the names of that moment', () => {
  const book = bookOf({ Data: {} });
  book.addSheet('New', 'user');
  book.insertRows('New', 2, 1, 'user');
  book.renameSheet('New', 'Newer', 'user');
  book.moveSheet('Newer', 0, 'user');
  book.deleteSheet('Newer', 'user');
  expect(book.journal).toEqual([
    { kind: 'addSheet', sheet: 'New', position: 1 },
    { kind: 'insert', axis: 'row', sheet: 'New', at: 2, count: 1 },
    { kind: 'renameSheet', sheet: 'New', name: 'Newer' },
    { kind: 'moveSheet', sheet: 'Newer', position: 0 },
    { kind: 'deleteSheet', sheet: 'Newer' },
  ]);
});

describe('cut lines', () => {
  const model = (): HostBook => bookOf({ Data: { A1: 'a', A2: 'b', A3: '=A2&A1', A5: 'e' }, Other: { A1: '=Data!A2' } });

  test('take notes, hidden lines and rules with them, and what refers to them follows', () => {
    const book = model();
    const sheet = book.sheet('Data');
    sheet.hiddenRows.add({ first: 1, last: 2 });
    sheet.conditionalFormats = [{ id: 'c', ranges: [at('A1:A3')], formula: '=A1>0', fill: '#FFFF00', fontColor: null, stopIfTrue: false }];
    book.notes.addLoaded({ id: 'n', sheet, row: 2, column: 1, author: 'Ann', text: 'why', kind: 'note', resolved: false });
    book.cutLines('Data', 'row', 2, 1, 8, 'addin');
    expect([formula(book, 'Data', 'A3'), formula(book, 'Other', 'A1')]).toEqual(['=A8&A1', '=Data!A8']);
    expect(book.notes.at(sheet, 8, 1)?.text).toBe('why');
    expect(sheet.hiddenRows.runs).toEqual([
      { first: 1, last: 1 },
      { first: 8, last: 8 },
    ]);
    expect(sheet.conditionalFormats.map(({ ranges }) => ranges.map(stringifyRange))).toEqual([['A1', 'A8', 'A3']]);
    expect(book.journal).toEqual([{ sheet: 'Data', kind: 'cut', axis: 'row', at: 2, count: 1, to: 8 }]);
  });

  test('are pasted over blank ones only, not over themselves, and tear nothing apart', () => {
    const book = model();
    book.sheet('Data').merges = [at('C2:C3')];
    const before = describeBook(book);
    const refused = expect.objectContaining({ code: 'InvalidOperation' }) as Error;
    for (const [first, count, to] of [
      [1, 1, 5],
      [1, 2, 2],
      [3, 1, 8],
      [5, 1, 3],
    ] as const) {
      expect(() => book.cutLines('Data', 'row', first, count, to, 'addin')).toThrow(refused);
    }
    expect(describeBook(book)).toEqual(before);
  });
});

describe('what Excel refuses is refused before anything is touched', () => {
  const cases: [string, string, (book: HostBook) => void][] = [
    ['a block of the wrong size', 'InvalidArgument', (book) => write(book, 'Data', 'A1:B1', [[1]])],
    ['an unclosed formula', 'InvalidArgument', (book) => write(book, 'Data', 'A1:B1', [[9, '=SUM(A1']])],
    ['a formula on a sheet that is not there', 'InvalidArgument', (book) => write(book, 'Data', 'A1:B1', [[9, '=Gone!A1']])],
    ['a write to a protected sheet', 'AccessDenied', (book) => write(book, 'Locked', 'A1', [[9]])],
    ['rows of a protected sheet', 'AccessDenied', (book) => book.insertRows('Locked', 1, 1, 'addin')],
    ['a sheet that is not there', 'ItemNotFound', (book) => write(book, 'Gone', 'A1', [[9]])],
    ['a part of an array formula', 'InvalidOperation', (book) => write(book, 'Data', 'D2', [[9]])],
    ['rows through an array formula', 'InvalidOperation', (book) => book.insertRows('Data', 2, 1, 'user')],
    ['a second sheet of a name', 'ItemAlreadyExists', (book) => book.addSheet('dATA', 'user')],
    ['a bad sheet name', 'InvalidArgument', (book) => book.renameSheet('Data', 'a/b', 'user')],
    [
      'a name like a cell',
      'InvalidArgument',
      (book) => book.names.add({ name: 'A1', scope: null, formula: '1', hidden: false, comment: '' }, 'user'),
    ],
    ['rows pushed off the sheet', 'InvalidOperation', (book) => book.insertRows('Data', 1, 1_048_570, 'user')],
  ];
  test.each(cases)('%s: %s', (_, code, change) => {
    const book = bookOf({ Data: { A1: 1, D1: '=B1:B2', B9: 3 }, Locked: {} });
    book.sheet('Data').arrays = [{ kind: 'array', range: at('D1:D2') }];
    book.sheet('Locked').protected = true;
    const before = JSON.stringify(describeBook(book));
    expect(() => change(book)).toThrow(expect.objectContaining({ name: 'BookRefusal', code }));
    expect(JSON.stringify(describeBook(book))).toBe(before);
    expect(book.journal).toEqual([]);
  });
});

test('null in a block leaves the cell alone, and a single cell says what it was', () => {
  const book = bookOf({ Data: { A1: 1, B1: 2 } });
  const events: HostEvent[] = [];
  const stop = book.subscribe((event) => events.push(event));
  book.setCells('Data', at('A1:B1'), [[null, contentOf(5)]], 'user');
  expect([book.getCell('Data', 1, 1).value, book.getCell('Data', 1, 2).value]).toEqual([1, 5]);
  write(book, 'Data', 'B1', [[6]]);
  expect(events).toMatchObject([{ before: null }, { kind: 'cells', origin: 'user', before: { value: 5 } }]);
  stop();
  write(book, 'Data', 'B1', [[7]]);
  expect(events).toHaveLength(2);
});

test('a calculated value keeps the formula and is told apart from what was written', () => {
  const book = bookOf({ Data: { A1: '=1+1', B1: 4 } });
  book.setCalculated('Data', [{ row: 1, column: 1, value: 2 }]);
  expect(book.getCell('Data', 1, 1)).toMatchObject({ formula: '=1+1', value: 2, touched: 'value' });
  expect(book.getCell('Data', 1, 2).touched).toBe('no');
});

test('settling asks the calculator once after a change, and not in manual mode', async () => {
  const book = bookOf({ Data: {} });
  let asked = 0;
  book.calculator = { settle: async () => void asked++ };
  await book.settle();
  write(book, 'Data', 'A1', [['=1+1']]);
  await book.settle();
  await book.settle();
  expect(asked).toBe(1);
  book.calculationMode = 'Manual';
  write(book, 'Data', 'A1', [['=1+2']]);
  await book.settle();
  expect(asked).toBe(1);
  await book.calculate();
  expect(asked).toBe(2);
});
