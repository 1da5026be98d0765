import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import { columnName } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../../support/workbook';

interface Row {
  readonly name: string;
  readonly owner: string;
  readonly quota: number;
}

/** A territory list beside assumptions that have nothing to do with it. */
interface Sheet {
  readonly list: readonly Row[];
  readonly assumptions: readonly number[];
  /** True where the list stands to the right of them. */
  readonly right: boolean;
  /** How many quarters the assumptions have: more make the block wider than the list. */
  readonly quarters: number;
}

const pair = fc
  .record({
    owners: fc.array(fc.constantFrom('Ann', 'Bo', 'Cem'), { minLength: 6, maxLength: 24 }),
    figures: fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 24, maxLength: 24 }),
    assumptions: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 26 }),
    right: fc.boolean(),
    quarters: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ owners, figures, ...rest }): Sheet => ({
    ...rest,
    list: owners.map((owner, k) => ({ name: `Territory ${k * 7}`, owner, quota: figures[k]! + 10_000 * k })),
  }))
  .chain((sheet) =>
    fc.record({
      sheet: fc.constant(sheet),
      shuffled: fc.shuffledSubarray([...sheet.list], { minLength: sheet.list.length, maxLength: sheet.list.length }),
      row: fc.nat({ max: sheet.list.length - 1 }),
      line: fc.nat({ max: sheet.assumptions.length - 1 }),
    }),
  );

const both = (one: Snapshot, other: Snapshot): (readonly [Snapshot, Snapshot])[] => [
  [one, other],
  [other, one],
];

test('a list in another order leaves what stands beside it where it is', () => {
  fc.assert(
    fc.property(pair, ({ sheet, shuffled }) => {
      for (const [official, local] of both(bookOf(sheet), bookOf({ ...sheet, list: shuffled }))) {
        expect(told(official, local)).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('an edit on either side of the blank column is one difference', () => {
  fc.assert(
    fc.property(pair, ({ sheet, shuffled, row, line }) => {
      const list = shuffled.map((each, k) => (k === row ? { ...each, quota: 777_777 } : each));
      const assumptions = sheet.assumptions.map((each, k) => (k === line ? 5_555 : each));
      const [was, is] = [shuffled[row]!.quota, sheet.assumptions[line]!];
      for (const [official, local] of both(bookOf(sheet), bookOf({ ...sheet, list, assumptions }))) {
        expect(told(official, local).sort()).toEqual([`value 1: ${[was, 777_777].sort()}`, `value 1: ${[is, 5_555].sort()}`].sort());
      }
    }),
    { numRuns: 100 },
  );
});

const rowPutIn = fc.property(pair, ({ sheet, shuffled, row }) => {
  const own = { name: 'Ours alone', owner: 'Zoe', quota: 4_321 };
  const list = [...shuffled.slice(0, row), own, ...shuffled.slice(row)];
  for (const [official, local] of both(bookOf(sheet), bookOf({ ...sheet, list }))) {
    expect(told(official, local)).toEqual(['row 4: ']);
  }
});

test('a row that is put into the list too is one difference, of the list alone', () => {
  fc.assert(rowPutIn, { numRuns: 100 });
});

test('it is so of a list whose last column is filled down, hardly longer than the block beside it', () => {
  fc.assert(rowPutIn, { seed: 1178894195, path: '50:333:0' });
});

test('labels that were put in another order beside figures that were not are differences', () => {
  const statement = (labels: readonly string[]): Snapshot =>
    workbook({
      Plan: Object.fromEntries([
        ['A1', 'Item'],
        ['B1', 'Unit'],
        ['D1', 'Q1'],
        ['E1', 'Q2'],
        ...labels.flatMap((label, k): [string, CellText][] => [
          [`A${k + 2}`, label],
          [`B${k + 2}`, 'EUR'],
          [`D${k + 2}`, 100 * k + 7],
          [`E${k + 2}`, 100 * k + 9],
        ]),
      ]),
    });
  const items = ['Licences', 'Services', 'Support', 'Training', 'Travel', 'Rent', 'Hosting', 'Tax'];
  const swapped = items.map((item) => (item === 'Services' ? 'Rent' : item === 'Rent' ? 'Services' : item));
  for (const [official, local] of both(statement(items), statement(swapped))) expect(told(official, local)).not.toEqual([]);
});

/** The causes, with the values of both sides, smaller first. */
function told(official: Snapshot, local: Snapshot): string[] {
  return compare(official, local)
    .differences.filter(({ role }) => role !== 'consequence')
    .map(({ kind, cells, official: ours, local: theirs }) => {
      const values = kind === 'row' ? [] : [ours?.value, theirs?.value].sort();
      return `${kind} ${cells}: ${values}`;
    });
}

function bookOf({ list, assumptions, right, quarters }: Sheet): Snapshot {
  const [listAt, blockAt] = right ? [quarters + 4, 1] : [1, 6];
  const map: Record<string, CellText> = {};
  const put = (row: number, column: number, cell: CellText): void => void (map[`${columnName(column)}${row}`] = cell);
  ['Territory', 'Owner', 'Quota', 'Monthly'].forEach((header, k) => put(1, listAt + k, header));
  list.forEach(({ name, owner, quota }, k) => {
    const row = k + 2;
    [name, owner, quota].forEach((cell, c) => put(row, listAt + c, cell));
    put(row, listAt + 3, [`=${columnName(listAt + 2)}${row}/12`, quota / 12]);
  });
  put(1, blockAt, 'Assumption');
  for (let quarter = 1; quarter <= quarters; quarter++) put(1, blockAt + quarter, `Quarter ${quarter}`);
  put(1, blockAt + quarters + 1, 'Year');
  assumptions.forEach((figure, k) => {
    const row = k + 2;
    put(row, blockAt, `Assumption ${k}`);
    for (let quarter = 1; quarter <= quarters; quarter++) put(row, blockAt + quarter, quarter === 1 ? figure : 100 * k + quarter);
    const [first, last] = [columnName(blockAt + 1), columnName(blockAt + quarters)];
    put(row, blockAt + quarters + 1, [`=SUM(${first}${row}:${last}${row})`, figure]);
  });
  const [quota, firstQuarter] = [columnName(listAt + 2), columnName(blockAt + 1)];
  return workbook({
    Map: map,
    Summary: {
      A1: [`=SUM(Map!${quota}2:${quota}${list.length + 1})`, list.reduce((sum, each) => sum + each.quota, 0)],
      A2: [`=SUM(Map!${firstQuarter}2:${firstQuarter}${assumptions.length + 1})`, assumptions.reduce((sum, each) => sum + each, 0)],
      A3: [`=Map!${firstQuarter}4`, assumptions[2]!],
    },
  });
}
