import { storedFormula } from '../../../../src/adapters/xlsx/edit/storedFormula';
import { displayFormula } from '../../../../src/adapters/xlsx/read/displayFormula';

it.each([
  ['=A1*2', 'A1*2'],
  ['=XLOOKUP(1,A:A,B:B)', '_xlfn.XLOOKUP(1,A:A,B:B)'],
  ['=SORT(FILTER(A1:A9,B1:B9))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))'],
  ['=LET(rate,B1,rate*2)', '_xlfn.LET(_xlpm.rate,B1,_xlpm.rate*2)'],
  ['=MAP(A1:A3,LAMBDA(x,x+1))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1))'],
  ['="XLOOKUP(1)"&A1', '"XLOOKUP(1)"&A1'],
  ['=SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))'],
  ['=@A1:A9+1', '_xlfn.SINGLE(A1:A9)+1'],
  ['=@INDEX(A1:B2,1)', '_xlfn.SINGLE(INDEX(A1:B2,1))'],
  ['=[@Qty]*2', 'Sales[[#This Row],[Qty]]*2'],
  ['=[@[Unit price]]', 'Sales[[#This Row],[Unit price]]'],
  ['=SUM(Other[Qty])', 'SUM(Other[Qty])'],
  ['=Other[@[Unit price]]', 'Other[[#This Row],[Unit price]]'],
])('stores %s as %s, and shows it again', (shown, stored) => {
  expect(storedFormula(shown, 'Sales')).toBe(stored);
  expect(`=${displayFormula(stored, 'Sales')}`).toBe(shown);
});

it('says the table of a column named alone', () => {
  expect(storedFormula('=SUM([Qty])', 'Sales')).toBe('SUM(Sales[Qty])');
});
