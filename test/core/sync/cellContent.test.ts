import fc from 'fast-check';
import { markIntersections } from '../../../src/core/formula/markIntersections';
import { sameContent } from '../../../src/core/sync/cellContent';
import { oldStyleFormulas } from '../../support/oldStyleFormulas';

const same = (a: string, b: string): boolean =>
  sameContent({ formula: a, value: null, format: null }, { formula: b, value: 1, format: null });

test.each([
  ['=IF(ISNUMBER(@outYear),1,"@")', '=IF(ISNUMBER(outYear),1,"@")'],
  ['=SUM(_xlfn.SINGLE(A1:A9))+(B1)', '=sum(@a1:a9)+(b1)'],
  ['=_xlfn.SINGLE(INDEX(A:A,(B1)))*(2)', '=@INDEX(A:A,(B1))*(2)'],
  ['=Sales[[#This Row],[Qty]]', '=Sales[@Qty]'],
  ['=Sales[[#This Row],[Unit price]]', '=Sales[@[Unit price]]'],
  ['=Sales[[#This Row],[a]:[b]]', '=Sales[@[a]:[b]]'],
  ["='Model'!A1", '=model!A1'],
  ['=_xlfn.XLOOKUP(A1, B:B, C:C)', '=XLOOKUP(A1,B:B,C:C)'],
])('%s is %s', (a, b) => {
  expect(same(a, b)).toBe(true);
  expect(same(b, a)).toBe(true);
});

test.each([
  ['=Sales[@Qty]', '=Sales[Qty]'],
  ['=SUM(Sales[[#This Row],[Qty]])', '=SUM(Sales[[#Totals],[Qty]])'],
  ['="a@b"', '="ab"'],
  ['=SINGLE(A1)+(B1)', '=(A1)+B1'],
  ["=Sales['@Qty]", '=Sales[Qty]'],
])('%s is not %s', (a, b) => {
  expect(same(a, b)).toBe(false);
});

test('law: a formula is what Excel shows for it', () => {
  fc.assert(
    fc.property(oldStyleFormulas, (formula) =>
      same(
        markIntersections(formula, () => false),
        formula,
      ),
    ),
  );
});
