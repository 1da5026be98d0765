import { displayFormula } from '../../../src/adapters/xlsx/read/displayFormula';

test.each([
  ['SUM(A1:A3)', 'SUM(A1:A3)'],
  ['=A1', 'A1'],
  ['_xlfn.XLOOKUP(A1,B:B,C:C)', 'XLOOKUP(A1,B:B,C:C)'],
  ['_xlfn._xlws.FILTER(A1:A3,B1:B3)', 'FILTER(A1:A3,B1:B3)'],
  ['_xlfn.LET(_xlpm.x,1,_xlpm.x+1)', 'LET(x,1,x+1)'],
  ['_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a)', 'LAMBDA(a,[b],a)'],
  ['_xlfn.REDUCE(0,A1:A3,_xleta.SUM)', 'REDUCE(0,A1:A3,SUM)'],
  ['SUM(_xlfn.ANCHORARRAY(A1))', 'SUM(A1#)'],
  ["SUM(_xlfn.ANCHORARRAY('My (old) sheet'!$A$1))", "SUM('My (old) sheet'!$A$1#)"],
  ['_xlfn.ANCHORARRAY(OFFSET(A1,1,1))', 'OFFSET(A1,1,1)#'],
  ['_xlfn.SINGLE(A1:A9)*2', '@A1:A9*2'],
  ['_xlfn.SINGLE(INDEX(A1:A9,2))', '@INDEX(A1:A9,2)'],
  ['_xlfn.SINGLE(A1:A9+1)', '@(A1:A9+1)'],
  ['_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))', '@A1#'],
  ['SUM(_xlfn._TRO_ALL(A1:B9))', 'SUM(A1.:.B9)'],
  ['SUM(_xlfn._TRO_TRAILING(Sheet1!A:A))', 'SUM(Sheet1!A:.A)'],
  ['_xlfn._TRO_LEADING(A1:B9)', 'A1.:B9'],
  ['"_xlfn.SINGLE(A1)"&A1', '"_xlfn.SINGLE(A1)"&A1'],
  ['Sales[[#This Row],[Qty]]', 'Sales[@Qty]'],
  ['Sales[[#This Row],[Qty]:[Price]]', 'Sales[@[Qty]:[Price]]'],
  ["Sales[[#This Row],[a']b]]", "Sales[@[a']b]]"],
  ['Sales[[#Totals],[Qty]]', 'Sales[[#Totals],[Qty]]'],
])('%s is shown as %s', (stored, shown) => {
  expect(displayFormula(stored)).toBe(shown);
});

test('in its own table a formula is shown without the table name', () => {
  expect(displayFormula('Sales[[#This Row],[Qty]]*Rates[[#This Row],[Rate]]+SUM(Sales[Qty])', 'Sales')).toBe(
    '[@Qty]*Rates[@Rate]+SUM(Sales[Qty])',
  );
});
