import fc from 'fast-check';
import { shiftInTurn, type LineShift } from '../../../src/core/formula/shiftInTurn';
import { shiftReferences } from '../../../src/core/formula/shiftReferences';
import { formulaText } from '../../support/formula';

const shift: fc.Arbitrary<LineShift> = fc.record({
  sheet: fc.constantFrom('Sheet1', 'Q4', "It's A1:B2"),
  axis: fc.constantFrom('row', 'column'),
  at: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.integer({ min: 1, max: 1_048_576 })),
  count: fc.integer({ min: -9, max: 9 }).filter((count) => count !== 0),
});
const home = fc.constantFrom('Sheet1', 'sheet1', 'Other');

test('shifts read at once give what they give one after another', () => {
  let lost = 0;
  fc.assert(
    fc.property(formulaText, fc.array(shift, { minLength: 1, maxLength: 8 }), home, (formula, shifts, sheetOfFormula) => {
      let inTurn = formula;
      let isTouched = false;
      for (const each of shifts) {
        const next = shiftReferences(inTurn, { ...each, sheetOfFormula });
        isTouched ||= next !== inTurn;
        inTurn = next;
      }
      if (inTurn.includes('#REF!')) lost++;
      expect(shiftInTurn(shifts)(formula, sheetOfFormula)).toBe(isTouched ? inTurn : null);
    }),
    { numRuns: 6000 },
  );
  expect(lost).toBeGreaterThan(100);
});

test('a formula that comes back to what it was counts as touched', () => {
  const on = { sheet: 'S', axis: 'row', at: 3 } as const;
  const thereAndBack = shiftInTurn([
    { ...on, count: 1 },
    { ...on, count: -1 },
  ]);
  expect(thereAndBack('A5+$B$7', 'S')).toBe('A5+$B$7');
  expect(thereAndBack('A1+Other!A5', 'S')).toBe(null);
});
