import fc from 'fast-check';
import { findReferences } from '../../../src/core/formula/findReferences';
import { shiftReferences, type Shift } from '../../../src/core/formula/shiftReferences';
import { MAX_COLUMN, MAX_ROW } from '../../../src/core/workbook/Address';
import { formulaText } from '../../support/formula';

const shift = fc.record({
  sheetOfFormula: fc.constantFrom('Sheet1', 'Other'),
  sheet: fc.constantFrom('Sheet1', 'Q4'),
  axis: fc.constantFrom('row' as const, 'column' as const),
  at: fc.integer({ min: 1, max: 40 }),
  count: fc.integer({ min: 1, max: 9 }),
});

/** Cells of columns A to T, or of rows 1 to 60, as far as they go. */
const partial = fc
  .tuple(shift, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }))
  .map(([whole, first, length]) => ({ ...whole, across: { first, last: first + length } }));

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

test('cells across all lines move as whole lines do', () => {
  fc.assert(
    fc.property(formulaText, shift, fc.boolean(), (formula, whole, deleted) => {
      const count = deleted ? -whole.count : whole.count;
      const across = { first: 1, last: whole.axis === 'row' ? MAX_COLUMN : MAX_ROW };
      expect(shiftReferences(formula, { ...whole, count, across })).toBe(shiftReferences(formula, { ...whole, count }));
    }),
    { numRuns: 2000 },
  );
});

test('deleting cells that were just inserted gives the formula back', () => {
  fc.assert(
    fc.property(formulaText, partial, (formula, inserted) => {
      fc.pre(!nearEnd(formula));
      const back = shiftReferences(shiftReferences(formula, inserted), { ...inserted, count: -inserted.count });
      expect(back).toBe(formula);
    }),
    { numRuns: 2000 },
  );
});

test('cells that move leave references to other sheets, and those that reach out of their lines, as they are', () => {
  fc.assert(
    fc.property(formulaText, partial, (formula, some) => {
      expect(shiftReferences(formula, { ...some, sheetOfFormula: 'Other', sheet: 'Nowhere' })).toBe(formula);
      const shifted = findReferences(shiftReferences(formula, some));
      findReferences(formula).forEach(({ first, last }, i) => {
        const [one, other] = some.axis === 'row' ? [first.column, last.column] : [first.row, last.row];
        const within = Math.min(one, other) >= some.across.first && Math.max(one, other) <= some.across.last;
        // Later references lose their place when one before became #REF!, which only the sheet's end can do.
        if (within || nearEnd(formula)) return;
        expect([shifted[i]?.first, shifted[i]?.last]).toEqual([first, last]);
      });
    }),
    { numRuns: 2000 },
  );
});

/** `3+2` inserts two rows before row 3 of Sheet1, `C-1` deletes column C of it, `C-1@5:9` only its cells in rows 5 to 9. */
function parseShift(text: string): Shift {
  const [, place = '', sign, count, from, to] = /^(\w+)([+-])(\d+)(?:@(\w+):(\w+))?$/.exec(text)!;
  const onRows = /\d/.test(place);
  const line = (name: string) => (/\d/.test(name) ? Number(name) : name.charCodeAt(0) - 64);
  const across = from === undefined ? undefined : { first: line(from), last: line(to!) };
  return {
    sheetOfFormula: 'Sheet1',
    sheet: 'Sheet1',
    axis: onRows ? 'row' : 'column',
    at: line(place),
    count: Number(sign! + count!),
    across,
  };
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
  ['C+2@5:9', 'C4+C5+$C$9+C10+B5', 'C4+E5+$E$9+C10+B5'],
  ['C+2@5:9', 'SUM(A5:D9)+SUM(A4:D9)+SUM(D5:D10)+SUM(D6:D7)', 'SUM(A5:F9)+SUM(A4:D9)+SUM(D5:D10)+SUM(F6:F7)'],
  ['C+2@5:9', 'SUM(D:D)+SUM(5:9)+Other!D6', 'SUM(D:D)+SUM(5:9)+Other!D6'],
  ['C-2@5:9', 'C5+D9+E5+C4+E4', '#REF!+#REF!+C5+C4+E4'],
  ['C-2@5:9', 'SUM(C5:D9)+SUM(C5:E9)+SUM(C4:D9)', 'SUM(#REF!)+SUM(C5:C9)+SUM(C4:D9)'],
  ['3+1@B:D', 'SUM(B2:D5)+SUM(B2:E5)+D3+E3', 'SUM(B2:D6)+SUM(B2:E5)+D4+E3'],
  ['3-1@B:D', 'SUM(D9:B2)+B3', 'SUM(D8:B2)+#REF!'],
])('%s turns %s into %s', (text, formula, shifted) => {
  expect(shiftReferences(formula, parseShift(text))).toBe(shifted);
});
