import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import { columnName } from '../../../src/core/workbook/Address';
import { workbook, type CellText } from '../../support/workbook';

type Row = readonly CellText[];

const HEADER: Row = ['Territory', 'Owner', 'Region', 'Quota', 'Reached', 'Share'];
const OWNERS = ['Ann', 'Bo', 'Cem', 'Dee'];

/** A territory map: a name that no other row has, then what repeats, figures and a formula within the row. */
const list = fc
  .record({ count: fc.integer({ min: 6, max: 30 }), figures: fc.array(fc.nat({ max: 99 }), { minLength: 120, maxLength: 120 }) })
  .map(({ count, figures }) =>
    Array.from({ length: count }, (_, k): Row => {
      const [owner, region, quota, reached] = figures.slice(4 * k, 4 * k + 4) as [number, number, number, number];
      return [`Territory ${k * 7}`, OWNERS[owner % 4]!, `Region ${region % 3}`, quota * 1000, reached * 10, ['=RC[-1]/RC[-2]', reached]];
    }),
  );

const pair = list.chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    shuffled: fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
    at: fc.nat({ max: rows.length - 1 }),
    totals: fc.boolean(),
  }),
);

describe('lists matched by key', () => {
  test('rows in another order are no difference', () => {
    fc.assert(
      fc.property(pair, ({ rows, shuffled, totals }) => {
        expect(compare(bookOf(rows, totals), bookOf(shuffled, totals)).differences).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('by the key that is the right one, chosen, as found by itself', () => {
    fc.assert(
      fc.property(pair, ({ rows, shuffled, at, totals }) => {
        const edited = shuffled.map((row, k) => (k === at ? row.map((cell, c) => (c === 3 ? 777_777 : cell)) : row));
        const books = [bookOf(rows, totals), bookOf(edited, totals)] as const;
        const chosen = compare(...books, { keys: [{ sheet: 'map', columns: [' TERRITORY'] }] });
        expect(chosen.differences).toEqual(compare(...books).differences);
        expect(chosen.sheets[0]!.keyed).toMatchObject([{ key: ['Territory'], columns: HEADER, chosen: true }]);
      }),
      { numRuns: 150 },
    );
  });

  test('by whatever columns, rows in another order and equal books are no difference', () => {
    const some = fc.subarray([...HEADER] as string[], { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(pair, some, ({ rows, shuffled, totals }, columns) => {
        const keys = [{ sheet: 'Map', columns }];
        expect(compare(bookOf(rows, totals), bookOf(rows, totals), { keys }).differences).toEqual([]);
        expect(compare(bookOf(rows, totals), bookOf(shuffled, totals), { keys }).differences).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('a key chosen for one list leaves another list of the sheet its own', () => {
    const two = (order: readonly number[]): ReturnType<typeof workbook> => {
      const rows = (from: number, name: string) =>
        order.map((k, r): [string, CellText][] => [
          [`A${from + r}`, `${name} ${k}`],
          [`B${from + r}`, 10 * k + from],
        ]);
      const cells = [
        ['A1', 'Name'],
        ['B1', 'Quota'],
        ['A20', 'Product'],
        ['B20', 'Price'],
        ...rows(2, 'Territory').flat(),
        ...rows(21, 'Product').flat(),
      ];
      return workbook({ S: Object.fromEntries(cells as [string, CellText][]) });
    };
    const found = compare(two([0, 1, 2, 3, 4, 5, 6]), two([4, 2, 6, 0, 5, 1, 3]), { keys: [{ sheet: 'S', columns: ['Name'] }] });
    expect(found.differences).toEqual([]);
    expect(found.sheets[0]!.keyed.map(({ key, chosen }) => [key, chosen])).toEqual([
      [['Name'], true],
      [['Product'], false],
    ]);
  });

  test('what is edited in a row is the one difference, wherever the row stands', () => {
    fc.assert(
      fc.property(pair, ({ rows, shuffled, at, totals }) => {
        const edited = shuffled.map((row, k) => (k === at ? row.map((cell, c) => (c === 3 ? 777_777 : cell)) : row));
        const { differences } = compare(bookOf(rows, totals), bookOf(edited, totals));
        expect(differences.filter(({ role }) => role === 'cause').map(({ kind, local }) => [kind, local!.address])).toEqual([
          ['value', `D${at + 2}`],
        ]);
      }),
      { numRuns: 150 },
    );
  });

  test('another key on a row that is the same otherwise is one changed cell', () => {
    fc.assert(
      fc.property(pair, ({ rows, shuffled, at, totals }) => {
        const others = shuffled.filter((_, k) => k !== at).map((row) => row.slice(1).map(String).join());
        fc.pre(!others.includes(shuffled[at]!.slice(1).map(String).join()));
        const renamed = shuffled.map((row, k) => (k === at ? ['Renamed', ...row.slice(1)] : row));
        const { differences } = compare(bookOf(rows, totals), bookOf(renamed, totals));
        expect(differences.map(({ kind, local }) => [kind, local!.address])).toEqual([['value', `A${at + 2}`]]);
      }),
      { numRuns: 150 },
    );
  });

  test('a row that only one side has is one difference', () => {
    fc.assert(
      fc.property(pair, ({ rows, shuffled, at, totals }) => {
        const less = shuffled.filter((_, k) => k !== at);
        const removed = compare(bookOf(rows, totals), bookOf(less, totals)).differences;
        expect(removed.map(({ kind, official, local }) => [kind, official!.address, local])).toEqual([
          ['row', `${rows.indexOf(shuffled[at]!) + 2}:${rows.indexOf(shuffled[at]!) + 2}`, null],
        ]);
        const added = compare(bookOf(less, totals), bookOf(rows, totals)).differences;
        expect(added.map(({ kind, official }) => [kind, official])).toEqual([['row', null]]);
      }),
      { numRuns: 150 },
    );
  });

  test('a key in other capitals, with spaces, or as a number is the same key, and noted', () => {
    const rows: Row[] = [
      ['Alpha', 1, 2],
      ['Beta', 3, 4],
      ['Gamma', 5, 6],
      ['Delta', 7, 8],
    ];
    const header: Row = ['Name', 'Old', 'New'];
    const other: Row[] = [
      ['Delta', 7, 8],
      ['gamma ', 5, 6],
      ['Alpha', 1, 2],
      ['BETA', 3, 4],
    ];
    const found = compare(bookOf(rows, false, header), bookOf(other, false, header)).differences;
    expect(found.map(({ official, local, note }) => [official!.address, local!.address, note])).toEqual([
      ['A3', 'A5', 'only capitals differ'],
      ['A4', 'A3', ''],
    ]);
  });

  test('rows that share a key are paired by what else they hold, and counted', () => {
    const header: Row = ['Territory', 'Owner', 'Quota'];
    const rows: Row[] = Array.from({ length: 12 }, (_, k) => [`Territory ${k === 5 ? 4 : k}`, `Owner ${k}`, 10 * k]);
    const { differences, sheets } = compare(bookOf(rows, false, header), bookOf([...rows].reverse(), false, header));
    expect(differences).toEqual([]);
    expect(sheets[0]!.keyed).toMatchObject([{ reordered: true }]);
  });

  test('rows that each read the whole list, as a share of it does, belong to it to the last one', () => {
    fc.assert(
      fc.property(pair, ({ rows, shuffled }) => {
        const last = rows.length + 1;
        const ranked = (list: readonly Row[]): Row[] =>
          list.map(([name, owner, , quota], k): Row => [name!, owner!, k + 1, quota!, [`=RC[-1]/SUM(D$2:D$${last})`, 0.5]]);
        const header = ['Territory', 'Owner', 'Rank', 'Quota', 'Share of all'];
        const { sheets, differences } = compare(bookOf(ranked(rows), false, header), bookOf(ranked(shuffled), false, header));
        expect(differences.filter(({ kind, note }) => kind !== 'value' || note !== '')).toEqual([]);
        for (const { official } of sheets[0]!.keyed) expect(official).toBe(`A1:E${last}`);
      }),
      { numRuns: 100 },
    );
  });

  test('where formulas reach across rows, their order is told', () => {
    const header: Row = ['Month', 'Booked', 'So far'];
    const rows = Array.from({ length: 8 }, (_, k): Row => [`Month ${k}`, 10 + k * k, [k === 0 ? '=RC[-1]' : '=R[-1]C+RC[-1]', k]]);
    const moved = [...rows.slice(0, 2), ...rows.slice(4), rows[2]!, rows[3]!];
    const { differences } = compare(bookOf(rows, false, header), bookOf(moved, false, header));
    expect(differences.filter(({ note }) => note === 'moved').map(({ official, local }) => [official!.address, local!.address])).toEqual([
      ['4:5', '8:9'],
    ]);
  });
});

/** A sheet with a header and these rows; formulas are in R1C1 style, turned into A1 where they stand. */
function bookOf(rows: readonly Row[], totals: boolean, header: Row = HEADER): ReturnType<typeof workbook> {
  const last = rows.length + 1;
  const sums: Row[] = totals ? [['Total', null, null, [`=SUM(D2:D${last})`, 1]]] : [];
  const cells = [header, ...rows, ...sums].flatMap((row, r) =>
    row.map((cell, c): readonly [string, CellText] => [
      `${columnName(c + 1)}${r + 1}`,
      Array.isArray(cell) ? [inPlace(cell[0], r + 1, c + 1), cell[1]] : cell,
    ]),
  );
  return workbook({ Map: Object.fromEntries(cells.filter(([, cell]) => cell !== null)) });
}

function inPlace(formula: string, row: number, column: number): string {
  return formula.replace(
    /R(?:\[(-?\d+)\])?C(?:\[(-?\d+)\])?(?!\w)/g,
    (_, down: string | undefined, right: string | undefined) => `${columnName(column + Number(right ?? 0))}${row + Number(down ?? 0)}`,
  );
}
