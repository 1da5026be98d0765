import fc from 'fast-check';
import { findReferences } from '../../../src/core/formula/findReferences';
import { shiftReferences, type Shift } from '../../../src/core/formula/shiftReferences';
import { formulaText } from '../../support/formula';

const shift = fc.record({
  sheetOfFormula: fc.constantFrom('Sheet1', 'Other'),
  sheet: fc.constantFrom('Sheet1', 'Q4'),
  axis: fc.constantFrom('row' as const, 'column' as const),
  at: fc.integer({ min: 1, max: 40 }),
  count: fc.integer({ min: 1, max: 9 }),
});

/** Insertion pushes what stands at the sheet's very end over the edge. */
const nearEnd = (formula: string): boolean =>
  findReferences(formula).some(
    ({ first, last }) => Math.max(first.row, last.row) > 1_048_500 || Math.max(first.column, last.column) > 16_300,
  );

test('deleting what was just inserted gives the formula back', () => {
  fc.assert(
    fc.property(formulaText, shift, (formula, inserted) => {
      fc.pre(!nearEnd(formula));
      const back = shiftReferences(shiftReferences(formula, inserted), { ...inserted, count: -inserted.count });
      expect(back).toBe(formula);
    }),
    { numRuns: 2000 },
  );
});

test('inserting behind every reference, or into a sheet that is not named, changes nothing', () => {
  fc.assert(
    fc.property(formulaText, shift, (formula, somewhere) => {
      expect(shiftReferences(formula, { ...somewhere, sheetOfFormula: 'Other', sheet: 'Nowhere' })).toBe(formula);
      fc.pre(!nearEnd(formula));
      expect(shiftReferences(formula, { ...somewhere, at: 1_048_577 })).toBe(formula);
    }),
  );
});

test('inserting twice is inserting both at once', () => {
  fc.assert(
    fc.property(formulaText, shift, fc.integer({ min: 1, max: 9 }), (formula, first, more) => {
      fc.pre(!nearEnd(formula));
      const twice = shiftReferences(shiftReferences(formula, first), { ...first, count: more });
      expect(twice).toBe(shiftReferences(formula, { ...first, count: first.count + more }));
    }),
  );
});

/** `3+2` inserts two rows before row 3 of Sheet1, `C-1` deletes column C of it. */
function parseShift(text: string): Shift {
  const [, place = '', sign, count] = /^(\w+)([+-])(\d+)$/.exec(text)!;
  const onRows = /\d/.test(place);
  const at = onRows ? Number(place) : place.charCodeAt(0) - 64;
  return { sheetOfFormula: 'Sheet1', sheet: 'Sheet1', axis: onRows ? 'row' : 'column', at, count: Number(sign! + count!) };
}

test.each([
  ['3+2', 'A2+A3', 'A2+A5'],
  ['3+2', 'SUM(B2:B10)', 'SUM(B2:B12)'],
  ['11+1', 'SUM(B2:B10)', 'SUM(B2:B10)'],
  ['2+1', '$A$2&A$1', '$A$3&A$1'],
  ['3-1', 'A3+A4', '#REF!+A3'],
  ['3-2', 'SUM(B2:B10)', 'SUM(B2:B8)'],
  ['3-2', 'SUM(B3:B4)', 'SUM(#REF!)'],
  ['3-2', 'SUM(B4:B10)', 'SUM(B3:B8)'],
  ['3-2', 'SUM(B1:B4)', 'SUM(B1:B2)'],
  ['3-2', 'Sheet1!A3', 'Sheet1!#REF!'],
  ['3-2', 'sheet1!A5+Other!A5+[1]Sheet1!A5', 'sheet1!A3+Other!A5+[1]Sheet1!A5'],
  ['3+1', 'SUM(3:5)+SUM(G:H)', 'SUM(4:6)+SUM(G:H)'],
  ['C+1', 'SUM(3:5)+SUM(B:D)+C1', 'SUM(3:5)+SUM(B:E)+D1'],
  ['C-1', 'C1+SUM(C:C)', '#REF!+SUM(#REF!)'],
  ['3+1', 'SUM(B10:B2)', 'SUM(B11:B2)'],
  ['3+1', 'SUM(A1:A1048576)', 'SUM(A1:A1048576)'],
  ['3+1', '"A5"&Tbl[A5]&A5', '"A5"&Tbl[A5]&A6'],
  ['3+1', 'First:Last!A5', 'First:Last!A5'],
])('%s turns %s into %s', (text, formula, shifted) => {
  expect(shiftReferences(formula, parseShift(text))).toBe(shifted);
});
