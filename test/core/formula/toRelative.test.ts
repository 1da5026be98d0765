import fc from 'fast-check';
import { toA1 } from '../../../src/core/formula/toA1';
import { toRelative } from '../../../src/core/formula/toRelative';
import { parseRange } from '../../../src/core/workbook/Address';
import { formulaText, place } from '../../support/formula';

/** `isRelative('C5', 'A1+$B$2', 'R[-4]C[-2]+R2C2')`: a formula at a cell has this relative form, and comes back from it. */
function isRelative(address: string, formula: string, relative: string): void {
  const { firstRow, firstColumn } = parseRange(address)!;
  expect(toRelative(formula, firstRow, firstColumn)).toBe(relative);
  expect(toA1(relative, firstRow, firstColumn)).toBe(formula);
}

test('the A1 text comes back from the relative form, whatever the formula', () => {
  fc.assert(
    fc.property(formulaText, place, (formula, { row, column }) => toA1(toRelative(formula, row, column), row, column) === formula),
    {
      numRuns: 3000,
    },
  );
});

test('the relative form comes back from the A1 text of any other cell inside the sheet', () => {
  fc.assert(
    fc.property(formulaText, fc.integer({ min: 61, max: 400 }), fc.integer({ min: 31, max: 200 }), (formula, row, column) => {
      const relative = toRelative(formula, row, column);
      const elsewhere = toA1(relative, row + 100, column + 100);
      // References near the sheet's end come in again at the other end, which changes their offset.
      fc.pre(!/\[-?\d{4,}\]/.test(relative));
      return toRelative(elsewhere, row + 100, column + 100) === relative;
    }),
  );
});

test('no text whatever makes it throw or hang', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'AR1C$[]\'"!:.#(\\ 0') }),
      (text) => typeof toA1(toRelative(text, 5, 5), 5, 5) === 'string',
    ),
  );
});

test.each([
  ['C5', 'A1+$B$2', 'R[-4]C[-2]+R2C2'],
  ['C5', 'C5', 'RC'],
  ['C5', 'SUM($A1:B$9)', 'SUM(R[-4]C1:R9C[-1])'],
  ['C5', 'SUM(G:$H)+SUM(3:$5)', 'SUM(C[4]:C8)+SUM(R[-2]:R5)'],
  ['C5', '\'Q4\'!A1&"A10"', '\'Q4\'!R[-4]C[-2]&"A10"'],
  ['C5', 'Tbl[Q4]+[@Q4]+Tbl[[#This Row],[Q4]]', 'Tbl[Q4]+[@Q4]+Tbl[[#This Row],[Q4]]'],
  ['C5', 'LOG10(A5)', 'LOG10(RC[-2])'],
  ['C5', 'Tax2024x+TAX2024', 'Tax2024x+R[2019]C[13567]'],
  ['C5', '[1]Sheet1!A5', '[1]Sheet1!RC[-2]'],
  ['C5', 'Jan:Dec!A5', 'Jan:Dec!RC[-2]'],
  ['C5', 'SUM(A5#)', 'SUM(RC[-2]#)'],
  ['C5', 'LET(RC,1,RC+C)', 'LET(\\RC,1,\\RC+\\C)'],
  ['C5', 'SUM(A5.:.B9)', 'SUM(RC[-2].:.R[4]C[-1])'],
  ['C5', '#REF!+Sheet1!#REF!', '#REF!+Sheet1!#REF!'],
])('at %s, %s is %s', isRelative);

test('a reference that leaves the sheet comes in at the other end, as in Excel', () => {
  expect(toA1('R[-1]C[-1]', 1, 1)).toBe('XFD1048576');
  expect(toA1('R[1]C[1]', 1_048_576, 16_384)).toBe('A1');
});
