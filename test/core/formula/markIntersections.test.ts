import fc from 'fast-check';
import { canonicalFormula } from '../../../src/core/formula/canonicalFormula';
import { intersectedNames, markIntersections, unmarkIntersections } from '../../../src/core/formula/markIntersections';
import { oldStyleFormulas } from '../../support/oldStyleFormulas';

const isOneValue = (name: string): boolean => /(^|!)rate$/i.test(name);
const mark = (formula: string): string => markIntersections(formula, isOneValue);

test.each([
  // As Microsoft's page on Formula and Formula2 says.
  ['=SQRT(A1)', '=SQRT(A1)'],
  ['=SQRT(A1:A4)', '=SQRT(@A1:A4)'],
  // As an issue of the Open XML SDK shows it of real Excel, but for `@` before the INDEX which IF hands on.
  [
    '=IF(COUNTA(\'I&C Extension\'!D3:E3)>1,INDEX(D2:D1300,MATCH(INDEX(A:A,ROW())&"OC001",A2:A1300&C2:C1300,0)),Material!C9)',
    '=IF(COUNTA(\'I&C Extension\'!D3:E3)>1,@INDEX(D2:D1300,MATCH(@INDEX(A:A,ROW())&"OC001",@A2:A1300&@C2:C1300,0)),Material!C9)',
  ],
  ['=my_range="A1"', '=@my_range="A1"'],
  ['=IF(J131=1,INDEX($F125:$F129,J132)/$F130,0)', '=IF(J131=1,@INDEX($F125:$F129,J132)/$F130,0)'],
  ['=Rate*Model!Rate', '=Rate*Model!Rate'],
  ['=IF(ISNUMBER(outYear),outYear*Amount,"")', '=IF(ISNUMBER(@outYear),@outYear*@Amount,"")'],
  ['=SUM(outYear)+SUMPRODUCT(outYear*2)', '=SUM(outYear)+SUMPRODUCT(outYear*2)'],
  ['=SUM(outYear*2)', '=SUM(@outYear*2)'],
  ['=[@Qty]*Sales[@Price]+Sales[Qty]', '=[@Qty]*Sales[@Price]+@Sales[Qty]'],
  ['=Sales[[#Totals],[Qty]]/Sales[[#This Row],[a]:[b]]', '=Sales[[#Totals],[Qty]]/@Sales[[#This Row],[a]:[b]]'],
  ['=A1:INDEX(B:B,3)*2', '=@A1:INDEX(B:B,3)*2'],
  ['=SUM(A1:INDEX(B:B,3))', '=SUM(A1:INDEX(B:B,3))'],
  ['=ROW()+ROW(A1)+ROW(A1:A9)', '=ROW()+ROW(A1)+@ROW(A1:A9)'],
  ['=OFFSET(A1,0,0,3)&INDIRECT("A"&ROW())', '=@OFFSET(A1,0,0,3)&@INDIRECT("A"&ROW())'],
  ['=UNIQUE(D:E)', '=@UNIQUE(D:E)'],
  ['=IA.MYFUNCTION(A1)', '=@IA.MYFUNCTION(A1)'],
  ['=[1]!Own(A:A)+1', '=[1]!Own(A:A)+1'],
  ['=SUM(@A1:A9)', '=SUM(@A1:A9)'],
  ['=LOG10(LN10)', '=LOG10(LN10)'],
  ['=FORECAST.LINEAR(A1,B:B,C:C)', '=FORECAST.LINEAR(A1,B:B,C:C)'],
  ['="A1:A3"&\'A:A\'!B1', '="A1:A3"&\'A:A\'!B1'],
])('%s', (formula, shown) => {
  expect(mark(formula)).toBe(shown);
  expect(mark(shown)).toBe(shown);
  expect(unmarkIntersections(shown, isOneValue)).toBe(formula);
  if (shown !== formula) expect(unmarkIntersections(formula, isOneValue)).toBeNull();
});

test('an `@` where nothing is silently intersected is part of the formula, and one before a single cell is not', () => {
  expect(unmarkIntersections('=SUM(@A1:A9)+@B1', isOneValue)).toBe('=SUM(@A1:A9)+B1');
});

test('says which names it takes one value of', () => {
  expect(intersectedNames('=SUM(Costs)+Rate*ABS(Model!outYear)')).toEqual(['Rate', 'Model!outYear']);
});

test('law: what is shown is the same formula, is told from a dynamic array, and is stored as it was', () => {
  fc.assert(
    fc.property(oldStyleFormulas, (formula) => {
      const shown = mark(formula);
      expect(canonicalFormula(shown)).toBe(canonicalFormula(formula));
      expect(mark(shown)).toBe(shown);
      expect(unmarkIntersections(shown, isOneValue)).toBe(formula);
    }),
  );
});

test('law: without any one `@` it is a dynamic array', () => {
  fc.assert(
    fc.property(oldStyleFormulas, fc.nat(), (formula, which) => {
      const shown = mark(formula);
      // Those in `[@Qty]` say a row.
      const places = [...shown.matchAll(/(?<!\[)@/g)].map(({ index }) => index);
      fc.pre(places.length > 0);
      const at = places[which % places.length]!;
      expect(unmarkIntersections(shown.slice(0, at) + shown.slice(at + 1), isOneValue)).toBeNull();
    }),
  );
});
