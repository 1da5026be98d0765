import fc from 'fast-check';
import { columnName, parseRange, stringifyAddress } from '../../src/core/workbook/Address';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { insertLines, snapshotOf, type Model, writeCell } from './model';
import type { CellText } from './workbook';

const ROWS = 8;
const COLUMNS = 3;
const SHEETS = ['One', 'Two'];

/** A cell or range that a formula reads, with its sheet. */
interface Read {
  readonly sheet: string;
  readonly range: { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number };
}

/** What a formula of sums reads, as it is written. */
export function readsOf(formula: string, sheet: string): readonly Read[] {
  return [...formula.matchAll(/(?:(One|Two)!)?([A-Z]+\d+(?::[A-Z]+\d+)?)/g)].map(([, other, address]) => ({
    sheet: other ?? sheet,
    range: parseRange(address!)!,
  }));
}

/** Sums of what stands in rows above, in either sheet, so that no formula reads itself; some cells are constants, some blank. */
const cells = fc.array(
  fc.record({
    sheet: fc.constantFrom(...SHEETS),
    row: fc.integer({ min: 1, max: ROWS }),
    column: fc.integer({ min: 1, max: COLUMNS }),
    constant: fc.integer({ min: 1, max: 9 }),
    reads: fc.array(
      fc.record({
        sheet: fc.constantFrom(...SHEETS),
        row: fc.nat(),
        more: fc.nat({ max: 2 }),
        column: fc.integer({ min: 1, max: COLUMNS }),
        wide: fc.nat({ max: 1 }),
      }),
      { maxLength: 2 },
    ),
  }),
  { minLength: 16, maxLength: 40 },
);

const base: fc.Arbitrary<Model> = cells.map((all) => {
  const sheets: Record<string, Map<string, CellText>> = { One: new Map(), Two: new Map() };
  for (const { sheet, row, column, constant, reads } of all) {
    const parts = reads.map((read) => {
      const first = row - 1 - (read.row % Math.max(1, Math.min(3, row - 1)));
      const last = Math.min(row - 1, first + read.more);
      const end = Math.min(COLUMNS, read.column + read.wide);
      return `SUM(${read.sheet}!${columnName(read.column)}${first}:${columnName(end)}${last})`;
    });
    sheets[sheet]!.set(`${row},${column}`, row === 1 || parts.length === 0 ? constant : `=${parts.join('+')}`);
  }
  return { sheets, names: {} };
});

/** A calculated model, and what other constants, other formulas and inserted rows made of it. */
export const calculatedPair: fc.Arbitrary<readonly [Snapshot, Snapshot]> = fc
  .tuple(
    base,
    fc.array(fc.tuple(fc.constantFrom(...SHEETS), fc.nat(), fc.integer({ min: 10, max: 99 }), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(fc.tuple(fc.constantFrom(...SHEETS), fc.integer({ min: 1, max: ROWS }), fc.integer({ min: 1, max: 9 })), { maxLength: 1 }),
  )
  .map(([model, edits, insertions]) => {
    let after = model;
    for (const [sheet, pick, value, formula] of edits) {
      const keys = [...after.sheets[sheet]!.keys()];
      const key = keys[pick % Math.max(1, keys.length)];
      if (key === undefined) continue;
      const before = after.sheets[sheet]!.get(key)!;
      after = writeCell(after, sheet, key, formula && typeof before === 'string' ? `${before}+One!A1` : value);
    }
    for (const [sheet, at, value] of insertions) {
      after = insertLines(after, { sheet, axis: 'row', at, count: 1 });
      for (let column = 1; column <= COLUMNS; column++) after = writeCell(after, sheet, `${at},${column}`, value);
    }
    return [snapshotOf(calculated(model)), snapshotOf(calculated(after))] as const;
  });

/** The model with the value of every formula. */
function calculated({ sheets, names }: Model): Model {
  const values = new Map<string, number>();
  const valueOf = (sheet: string, row: number, column: number): number => {
    const text = sheets[sheet]!.get(`${row},${column}`) ?? 0;
    if (typeof text === 'number') return text;
    const place = `${sheet}!${stringifyAddress({ row, column })}`;
    let value = values.get(place);
    if (value === undefined) {
      value = 0;
      // Its own value for what reads itself, as an inserted row or another formula may have it.
      values.set(place, 0);
      for (const { sheet: other, range } of readsOf(String(text), sheet))
        for (let r = range.firstRow; r <= range.lastRow; r++)
          for (let c = range.firstColumn; c <= range.lastColumn; c++) value += valueOf(other, r, c);
      values.set(place, value);
    }
    return value;
  };
  const withValues = Object.entries(sheets).map(([name, all]) => [
    name,
    new Map(
      [...all].map(([key, text]): [string, CellText] => {
        const [row, column] = key.split(',').map(Number) as [number, number];
        return [key, typeof text === 'string' ? [text, valueOf(name, row, column)] : text];
      }),
    ),
  ]);
  return { sheets: Object.fromEntries(withValues) as Model['sheets'], names };
}
