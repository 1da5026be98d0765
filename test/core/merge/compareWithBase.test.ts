import { compare } from '../../../src/core/compare/compare';
import type { Comparison } from '../../../src/core/compare/Comparison';
import { changesSince, compareWithBase } from '../../../src/core/merge/compareWithBase';
import { conflictsOf, selectSinceBase } from '../../../src/core/merge/selectSinceBase';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../../support/workbook';

type Cells = Record<string, CellText>;

const BASE: Cells = {
  A1: 'Driver',
  B1: 'Q1',
  C1: 'Q2',
  A2: 'Renewal rate',
  B2: 0.9,
  C2: 0.92,
  A3: 'Churned',
  B3: 40,
  C3: 45,
  A4: 'Price',
  B4: 100,
  C4: 110,
  A5: 'Discount',
  B5: 0.1,
  C5: 0.12,
};

const book = (changes: Cells, names: Snapshot['names'] = []): Snapshot => ({ ...workbook({ Inputs: { ...BASE, ...changes } }), names });

function threeWays(base: Snapshot, official: Snapshot, local: Snapshot): Comparison {
  const since = { official: changesSince(base, official, {}), local: changesSince(base, local, {}) };
  return compareWithBase(compare(official, local), { official, local }, since);
}

const told = ({ differences }: Comparison) =>
  differences.filter(({ role }) => role === 'cause').map(({ id, since }) => [id, since?.by, since?.base?.value ?? null]);

it('tells who changed a cell, what both changed differently with what it was, and counts what both changed alike', () => {
  const found = threeWays(book({}), book({ B2: 0.95, B3: 50, C4: 120 }), book({ C2: 0.8, B3: 60, C4: 120 }));
  expect(told(found)).toEqual([
    ['value:Inputs!B2', 'official', 0.9],
    ['value:Inputs!C2', 'local', 0.92],
    ['value:Inputs!B3', 'both', 40],
  ]);
  expect(found.since).toMatchObject({ by: { official: 1, local: 1, both: 1, unclear: 0 }, agreed: 1 });
  expect(selectSinceBase(found, 'causes')).toEqual({ take: ['value:Inputs!B2'], deleteLocalOnly: [] });
  expect(conflictsOf(found).map(({ id }) => id)).toEqual(['value:Inputs!B3']);
});

it('splits one edit over several cells where each side changed a part of it', () => {
  const filled = (value: number): Cells => Object.fromEntries(['D1', 'D2', 'D3', 'D4', 'D5'].map((cell) => [cell, value]));
  const found = threeWays(book({ ...filled(1), D2: 2, D3: 2 }), book(filled(2)), book({ ...filled(1) }));
  // D2 and D3 were 2 before: local alone set them back to 1; the others official alone made 2.
  expect(told(found)).toEqual([
    ['value:Inputs!D1', 'official', 1],
    ['value:Inputs!D2:D3', 'local', 2],
    ['value:Inputs!D4:D5', 'official', 1],
  ]);
  expect(found.counts.cells.cause).toBe(5);
});

it('takes out what official took out, unless someone changed it here', () => {
  const without = (row: number): Snapshot => {
    const kept = [1, 2, 3, 4, 5].filter((each) => each !== row);
    return workbook({
      Inputs: Object.fromEntries(
        kept.flatMap((from, at) => ['A', 'B', 'C'].map((column) => [`${column}${at + 1}`, BASE[`${column}${from}`]!])),
      ),
    });
  };
  const gone = threeWays(book({}), without(4), book({ B2: 0.7 }));
  expect(told(gone)).toEqual([
    ['row:+Inputs!4:4', 'official', 'Price'],
    ['value:Inputs!B2', 'local', 0.9],
  ]);
  expect(selectSinceBase(gone, 'causes')).toEqual({ take: [], deleteLocalOnly: ['row:+Inputs!4:4'] });
  const edited = threeWays(book({}), without(4), book({ B4: 99 }));
  expect(told(edited)).toEqual([['row:+Inputs!4:4', 'both', 'Price']]);
  const noted = book({});
  const note = { row: 4, column: 2, author: 'Dana', text: 'Agreed with sales', kind: 'note' } as const;
  const withNote = { ...noted, sheets: noted.sheets.map((sheet) => ({ ...sheet, notes: [note] })) };
  expect(told(threeWays(book({}), without(4), withNote))).toEqual([['row:+Inputs!4:4', 'both', 'Price']]);
  const mine = threeWays(book({}), book({ B2: 0.7 }), without(4));
  expect(told(mine)).toEqual([
    ['row:Inputs!4:4', 'local', 'Price'],
    ['value:Inputs!B2', 'official', 0.9],
  ]);
});

it('tells who changed a name', () => {
  const name = (formula: string): Snapshot['names'] => [{ name: 'Rate', scope: null, formula, hidden: false, comment: '' }];
  const [first, second, third] = ['Inputs!$B$2', 'Inputs!$C$2', 'Inputs!$B$5'].map((formula) => book({}, name(formula)));
  const by = (base: Snapshot, official: Snapshot, local: Snapshot) =>
    threeWays(base, official, local).differences.map(({ since }) => since);
  expect(by(first!, second!, first!)).toMatchObject([{ by: 'official', base: { formula: '=Inputs!$B$2' } }]);
  expect(by(first!, first!, second!)).toMatchObject([{ by: 'local', base: { formula: '=Inputs!$B$2' } }]);
  expect(by(first!, second!, third!)).toMatchObject([{ by: 'both', base: { formula: '=Inputs!$B$2' } }]);
  expect(by(book({}), book({}), first!)).toEqual([{ by: 'local', base: null }]);
});
