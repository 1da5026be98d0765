import fc from 'fast-check';
import { formulaInWords } from '../../../../src/core/formula/words/formulaInWords';
import { createWordBook } from '../../../../src/core/formula/words/WordBook';
import { findReferences } from '../../../../src/core/formula/findReferences';
import { shiftReferences } from '../../../../src/core/formula/shiftReferences';
import { columnName } from '../../../../src/core/workbook/Address';
import { formulaText } from '../../../support/formula';
import { workbook, type SheetText } from '../../../support/workbook';

const LINES = 6;
const PERIODS = 4;

/** A sheet of labelled lines over labelled periods, moved down and right by so much, with notes above and beside. */
function grid(name: string, down: number, right: number): SheetText {
  const cells: Record<string, string | number> = {};
  for (let period = 1; period <= PERIODS; period++) cells[`${columnName(1 + right + period)}${1 + down}`] = `${name} period ${period}`;
  for (let line = 1; line <= LINES; line++) {
    cells[`${columnName(1 + right)}${1 + down + line}`] = `${name} line ${line}`;
    for (let period = 1; period <= PERIODS; period++) cells[`${columnName(1 + right + period)}${1 + down + line}`] = line * period;
  }
  return cells;
}

const place = fc.tuple(fc.integer({ min: 2, max: LINES + 1 }), fc.integer({ min: 2, max: PERIODS + 1 }));
const sheet = fc.constantFrom('', '', 'One!', 'Two!');
const cell = fc.tuple(sheet, place).map(([prefix, [row, column]]) => `${prefix}${columnName(column)}${row}`);
const range = fc.tuple(sheet, place, place).map(([prefix, [row, column], [otherRow, otherColumn]]) => {
  const [top, bottom] = [Math.min(row, otherRow), Math.max(row, otherRow)];
  const [first, last] = [Math.min(column, otherColumn), Math.max(column, otherColumn)];
  return `SUM(${prefix}${columnName(first)}${top}:${columnName(last)}${bottom})`;
});
const number = fc.oneof(fc.integer({ min: 0, max: 20_000 }).map(String), fc.constant('0.05'));
const { formula } = fc.letrec<{ formula: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { weight: 4, arbitrary: cell },
    { weight: 2, arbitrary: range },
    number,
    tie('formula').map((inner) => `(${inner})`),
  ),
  formula: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    tie('operand'),
    fc.tuple(tie('operand'), fc.constantFrom('+', '-', '*', '/', '^', '&'), tie('operand')).map((parts) => parts.join('')),
    fc.tuple(tie('operand'), tie('formula'), tie('formula')).map(([a, b, c]) => `IF(${a}>0,${b},${c})`),
    fc.tuple(tie('operand'), tie('operand')).map(([a, b]) => `ROUND(MAX(${a},${b}),2)`),
  ),
}));

test('a formula reads the same in a copy whose rows and columns stand elsewhere', () => {
  fc.assert(
    fc.property(formula, place, fc.nat({ max: 9 }), fc.nat({ max: 9 }), (text, [row, column], down, right) => {
      const here = createWordBook(workbook({ One: grid('One', 0, 0), Two: grid('Two', 0, 0) }), 'en-US');
      const there = createWordBook(workbook({ One: grid('One', down, right), Two: grid('Two', 0, 0) }), 'en-US');
      const moved = (['row', 'column'] as const).reduce((shifted, axis) => {
        const count = axis === 'row' ? down : right;
        return count === 0 ? shifted : shiftReferences(shifted, { sheet: 'One', sheetOfFormula: 'One', axis, at: 1, count });
      }, text);
      const before = formulaInWords(text, { sheet: 'One', row, column }, here);
      const after = formulaInWords(moved, { sheet: 'One', row: row + down, column: column + right }, there);
      // Where only the address tells references apart, it moves with them.
      const bare = (parts: typeof before) =>
        parts?.map(({ text: words, use }) =>
          use === null ? words : words.replace(/ ?\(?\b(?:One!|Two!)?[A-Z]+\d+(?::[A-Z]+\d+)?\)?$/, ' @'),
        );
      expect(bare(after)).toEqual(bare(before));
    }),
    { numRuns: 300 },
  );
});

test('two references of one formula have the same words only when they are the same cells, and every reference has some', () => {
  const book = createWordBook(workbook({ One: grid('Line', 0, 0), Two: grid('Line', 0, 0) }), 'en-US');
  fc.assert(
    fc.property(formula, place, (text, [row, column]) => {
      const parts = formulaInWords(text, { sheet: 'One', row, column }, book);
      if (parts === null) return;
      const called = new Map<string, string>();
      for (const { text: words, use } of parts) {
        if (use === null) continue;
        expect(words).not.toBe('');
        expect(called.get(words.toLowerCase()) ?? use.key).toBe(use.key);
        called.set(words.toLowerCase(), use.key);
      }
      expect(new Set(called.values()).size).toBe(
        new Set(findReferences(text).map(({ prefix, start, end }) => keyOf(text, prefix?.start, start, end))).size,
      );
    }),
  );
});

test('any text at all is said or left, and never throws', () => {
  const book = createWordBook(workbook({ One: grid('One', 0, 0) }), 'en-US');
  fc.assert(
    fc.property(fc.oneof(formulaText, fc.string()), place, (text, [row, column]) => {
      const parts = formulaInWords(text, { sheet: 'One', row, column }, book);
      expect(parts === null || parts.every((part) => part.text !== '')).toBe(true);
    }),
  );
});

function keyOf(text: string, prefixStart: number | undefined, start: number, end: number): string {
  const own = text.slice(start, end);
  const prefix = prefixStart === undefined ? 'one!' : text.slice(prefixStart, start).toLowerCase();
  const [first, last] = own.toLowerCase().split(':');
  return `${prefix}${first === last || last === undefined ? first : own.toLowerCase()}`;
}
