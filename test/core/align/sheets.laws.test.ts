import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import { renameSheet } from '../../../src/core/formula/renameSheet';
import { changes } from '../../support/changes';
import { workbook, type CellText, type SheetText } from '../../support/workbook';

const RUNS = { numRuns: Number(process.env.TIEOUT_RUNS ?? 300) };

type Book = Readonly<Record<string, SheetText>>;

const NAMES = ['Inputs', 'Revenue', "Q1 'plan'", 'Staff', 'Summary'] as const;
const WORDS = ['Seats', 'Price', 'Churn', 'Region', 'North', 'South', 'Total', 'Margin', 'Head count', 'Bonus'] as const;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9999 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('', ...NAMES), fc.constantFrom('A1', 'B2', 'SUM(A1:C3)'), fc.constantFrom('*2', '+1', ''))
      .map(([sheet, cell, rest]) => {
        const prefix = sheet === '' ? '' : `'${sheet.replaceAll("'", "''")}'!`;
        return `=${cell.startsWith('SUM(') ? `SUM(${prefix}${cell.slice(4)}` : prefix + cell}${rest}`;
      }),
  },
);
const address = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 1, max: 12 })).map(([column, row]) => `${column}${row}`);
const cells = fc.array(fc.tuple(address, text), { maxLength: 40 }).map((list): SheetText => Object.fromEntries(list));
const book: fc.Arbitrary<Book> = fc
  .tuple(...NAMES.map(() => cells))
  .map((sheets) => Object.fromEntries(NAMES.map((name, k) => [name, sheets[k]!] as const)));

/** The workbook after Excel renamed sheets, all at once: every formula follows. */
function renamed(sheets: Book, names: ReadonlyMap<string, string>): Book {
  const follow = (cell: CellText): CellText => {
    if (typeof cell !== 'string' || !cell.startsWith('=')) return cell;
    // By way of names nobody has, so that sheets can swap theirs.
    const away = [...names].reduce((formula, [from], k) => renameSheet(formula, from, `aside${k}`), cell);
    return [...names].reduce((formula, [, to], k) => renameSheet(formula, `aside${k}`, to), away);
  };
  return Object.fromEntries(
    Object.entries(sheets).map(([name, cells]) => [
      names.get(name) ?? name,
      Object.fromEntries(Object.entries(cells).map(([place, cell]) => [place, follow(cell)])),
    ]),
  );
}

/** Sheets of one book that no one could tell apart. */
function areTwins(one: SheetText, other: SheetText): boolean {
  // Which of two sheets that hold the same was copied, nobody can tell; where it stands there does not count.
  return JSON.stringify(Object.values(one).map(String).sort()) === JSON.stringify(Object.values(other).map(String).sort());
}

describe('sheets, on random workbooks', () => {
  const subset = fc.subarray([...NAMES], { minLength: 1 });

  it('that are renamed are told as renamed, any of them at once, and nothing else', () => {
    fc.assert(
      fc.property(book, subset, (sheets, chosen) => {
        const names = new Map(chosen.map((name, k) => [name, `Sheet ${k} of FY26`]));
        const told = changes(workbook(sheets), workbook(renamed(sheets, names)));
        expect(told).toEqual(NAMES.flatMap((name) => (names.has(name) ? [`sheet ${name}: ${name}→${names.get(name)} (renamed)`] : [])));
      }),
      RUNS,
    );
  });

  it('are the same in any order of tabs', () => {
    fc.assert(
      fc.property(book, fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }), (sheets, order) => {
        const local = Object.fromEntries(order.map((name) => [name, sheets[name]!]));
        const found = compare(workbook(sheets), workbook(local));
        expect(found.differences).toEqual([]);
        expect(found.sheets.some(({ moved }) => moved)).toBe(order.join() !== NAMES.join());
      }),
      RUNS,
    );
  });

  it('that are copied are told as added, a copy of theirs, wherever the copy stands', () => {
    fc.assert(
      fc.property(book, fc.constantFrom(...NAMES), fc.nat({ max: NAMES.length }), (sheets, name, at) => {
        fc.pre(Object.keys(sheets[name]!).length > 0);
        fc.pre(NAMES.every((other) => other === name || !areTwins(sheets[other]!, sheets[name]!)));
        const entries = Object.entries(sheets);
        entries.splice(at, 0, [`${name} (2)`, sheets[name]!]);
        expect(changes(workbook(sheets), workbook(Object.fromEntries(entries)))).toEqual([`sheet +${name} (2)`]);
        const { differences } = compare(workbook(Object.fromEntries(entries)), workbook(sheets));
        expect(differences.map(({ kind, local, note }) => [kind, local, note])).toEqual([['sheet', null, `copy of ${name}`]]);
      }),
      RUNS,
    );
  });

  it('are paired the same the other way round, even where names were swapped and cells edited', () => {
    const swapped = subset.chain((chosen) => fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })));
    const edits = fc.array(fc.tuple(fc.constantFrom(...NAMES), address, text));
    fc.assert(
      fc.property(book, swapped, edits, fc.subarray([...NAMES], { maxLength: 2 }), (sheets, [from, to], edits, dropped) => {
        const edited = edits.reduce((all, [sheet, place, cell]) => ({ ...all, [sheet]: { ...all[sheet], [place]: cell } }), sheets);
        const after = Object.entries(renamed(edited, new Map(from.map((name, k) => [name, to[k]!]))));
        const kept = Object.fromEntries(after.filter(([name]) => !dropped.some((other) => other === name)));
        const there = compare(workbook(sheets), workbook(kept)).sheets.map(({ official, local }) => `${official} ${local}`);
        const back = compare(workbook(kept), workbook(sheets)).sheets.map(({ official, local }) => `${local} ${official}`);
        expect(back.sort()).toEqual(there.sort());
      }),
      RUNS,
    );
  });
});
