import { cutReferences } from '../../../src/core/formula/cutReferences';

/** Rows 4 and 5 of Data cut and pasted over rows 12 and 13. */
const cut = (formula: string, sheetOfFormula = 'Data', doubt?: () => void): string =>
  cutReferences(formula, { sheetOfFormula, sheet: 'Data', axis: 'row', at: 4, count: 2, to: 12, ...(doubt ? { doubt } : {}) });

test.each([
  ['=B4+$B$5', '=B12+$B$13'],
  ['=SUM(B4:B5)', '=SUM(B12:B13)'],
  ['=SUM(4:5)', '=SUM(12:13)'],
  ['=SUM(B2:B9)', '=SUM(B2:B9)'],
  ['=SUM(B10:B20)', '=SUM(B10:B20)'],
  ['=SUM(B:B)+B3+B14', '=SUM(B:B)+B3+B14'],
  ['=B12+SUM(B12:B13)', '=#REF!+SUM(#REF!)'],
  ['="B4"&data!B4', '="B4"&data!B12'],
  ['=Other!B4', '=Other!B4'],
])('%s reads %s', (before, after) => {
  expect(cut(before)).toBe(after);
});

test('a formula of another sheet follows where it names the sheet', () => {
  expect(cut('=Data!B4+B4', 'Other')).toBe('=Data!B12+B4');
});

test('columns follow as rows do', () => {
  expect(cutReferences('=SUM(B1:C1)+C:C+D4', { sheetOfFormula: 'S', sheet: 'S', axis: 'column', at: 2, count: 2, to: 9 })).toBe(
    '=SUM(I1:J1)+J:J+D4',
  );
});

test('it is said of a range that begins or ends in what is cut, and of nothing else, that it is doubtful', () => {
  const doubtful = (formula: string): boolean => {
    let doubts = 0;
    cut(formula, 'Data', () => void doubts++);
    return doubts > 0;
  };
  expect(['=SUM(B2:B4)', '=SUM(B5:B9)', '=SUM(B5:B12)', '=SUM(B13:B20)'].map(doubtful)).toEqual([true, true, true, true]);
  expect(['=B4', '=SUM(B4:B5)', '=SUM(B2:B9)', '=SUM(B2:B20)', '=SUM(B:B)', '=Other!B4'].map(doubtful)).toEqual(Array(6).fill(false));
});
