import { filledFormula } from '../../../src/workbench/grid/filledFormula';
import { gridFormula } from '../../../src/workbench/grid/gridFormula';
import { RangeNames } from '../../../src/workbench/grid/RangeNames';
import { bookOf } from '../../support/bookOf';

const book = bookOf({ 'Account map': { B2: 'Account' }, Other: {} });
const [map, other] = [book.sheets[0]!, book.sheets[1]!];
book.tables.addLoaded({
  id: 't1',
  name: 'Territories',
  sheet: map,
  range: { firstRow: 2, firstColumn: 2, lastRow: 10, lastColumn: 4 },
  headerRow: true,
  totalsRow: true,
  columns: ['Account', 'Account ID', 'Quota [FY26]'].map((name) => ({ name, formula: null })),
});

const shown = (formula: string, sheet = map, row = 5, column = 4) =>
  gridFormula(formula, { tables: book.tables.items, names: new RangeNames(book.names.items), sheet, row, column });

test.each([
  ['=SUMIFS(B:B,C:C,[@[Account ID]])', '=SUMIFS(B:B,C:C,$C5)'],
  ['=Territories[@Account]', '=$B5'],
  ['=SUM(Territories[Account ID])', '=SUM($C$3:$C$9)'],
  ['=SUM(territories[account])', '=SUM($B$3:$B$9)'],
  ["=SUM([Quota '[FY26']])", '=SUM($D$3:$D$9)'],
  ['=ROWS(Territories)', '=ROWS($B$3:$D$9)'],
  ['=Territories!A1', '=Territories!A1'],
  ['=ROWS(Territories[])', '=ROWS($B$3:$D$9)'],
  ['=ROWS(Territories[#All])', '=ROWS($B$2:$D$10)'],
  ['=Territories[[#Headers],[Account]]', '=$B$2'],
  ['=SUM(Territories[[#Totals],[Account]:[Account ID]])', '=SUM($B$10:$C$10)'],
  ['=ROWS(Territories[[#Headers],[#Data],[Account]])', '=ROWS($B$2:$B$9)'],
  ['="Territories[Account]"&A1', '="Territories[Account]"&A1'],
  ['=[1]Budget!A1', '=[1]Budget!A1'],
  ['=Territories[Nobody]', '=Territories[Nobody]'],
])('%s stands for %s', (formula, cells) => {
  expect(shown(formula)).toBe(cells);
});

test('on another sheet the cells are named with theirs', () => {
  expect(shown('=SUM(Territories[Account ID])', other, 1, 1)).toBe("=SUM('Account map'!$C$3:$C$9)");
  expect(shown('=[@Account]', other, 1, 1)).toBe('=[@Account]');
});

test('this row means nothing in the header and totals rows', () => {
  expect(shown('=[@Account]', map, 10)).toBe('=[@Account]');
});

const named = (name: string, formula: string, scope: typeof map | null = null) =>
  book.names.addLoaded({ name, scope, formula, hidden: false, comment: '' });
named('Amount', "'Account map'!$A$3:$A$7");
named('Years', 'Other!$B$1:$F$1');
named('Years', 'Other!$B$2', other);
named('Rate', 'Other!$A$1');
named('Beside', "'Account map'!A1:A9");

test.each([
  ['=A:A*2', '=A5*2'],
  ['=@A:A*2', '=A5*2'],
  ['=$A$3:$A$7+1', '=$A5+1'],
  ['=B$1:F$1', '=D$1'],
  ['=1:1&""', '=D1&""'],
  ['=Other!$A:$A', '=Other!$A5'],
  ['=ISNUMBER(Years)', '=ISNUMBER(Other!D$1)'],
  ['=amount*Rate', '=$A5*Rate'],
  ['=A7:A9*2', '=#VALUE!*2'],
  ['=A1:B9*2', '=#VALUE!*2'],
  ['=Territories[Account]&"x"', '=$B5&"x"'],
  ['=SUM(A1:A9*2)', '=SUM(A5*2)'],
  ['=SUM(-Amount,Amount)', '=SUM(-$A5,Amount)'],
  ['=VLOOKUP(A:A,B:C,2,FALSE)', '=VLOOKUP(A5,B:C,2,FALSE)'],
  ['=COUNTIF(Amount,Amount)', '=COUNTIF(Amount,$A5)'],
  ['=IF(Amount>0,Amount,"")', '=IF($A5>0,$A5,"")'],
  ['=SUM(@Amount)', '=SUM($A5)'],
])('%s takes one cell: %s', (formula, cells) => {
  expect(shown(formula)).toBe(cells);
});

test.each([
  '=SUM(A:A)',
  '=SUM((Amount))',
  '=SUM(IF(Rate>0,Amount))',
  '=SUMPRODUCT((A1:A9>1)*B1:B9)',
  '=SUMIFS(A:A,B:B,C1,D:D,">1")',
  '=INDEX(A1:A9,MATCH(C1,B1:B9,0))',
  '=MATCH(1,INDEX((A1:A9=1)*(B1:B9=2),0),0)',
  '=SUM(A1:INDEX(A:A,3))',
  '=SUM(A1:A9 A5:C5)',
  '=FILTER(A1:A9,B1:B9>1)',
  '=LET(x,A1:A9,SUM(x*2))',
  '=Beside+1',
  '=Unknown(A:A)+A1',
  '="A:A"&A1',
])('%s is taken as it is', (formula) => {
  expect(shown(formula)).toBe(formula);
});

test('a name of the sheet itself counts before one of the workbook', () => {
  expect(shown('=Years*2', other)).toBe('=Years*2');
  expect(shown('=Years*2', map)).toBe('=Other!D$1*2');
});

test('an array formula takes ranges as a whole', () => {
  map.arrays = [{ kind: 'array', range: { firstRow: 5, firstColumn: 4, lastRow: 5, lastColumn: 4 } }];
  expect(shown('=SUM(A1:A9*2)')).toBe('=SUM(A1:A9*2)');
  map.arrays = [];
});

test('filled over a neighbour, a formula keeps its names and columns', () => {
  const put = (row: number, formula: string) => map.grid.set(row, 6, { formula, value: 1, format: 'General', fill: null, touched: 'no' });
  const at = { tables: book.tables.items, names: new RangeNames(book.names.items), sheet: map, row: 6, column: 6 };
  put(5, '=Amount*Territories[@Account]+A5');
  expect(filledFormula('=$A6*$B6+A6', at)).toBe('=Amount*Territories[@Account]+A6');
  expect(filledFormula('=$A6*$B6+A7', at)).toBe('=$A6*$B6+A7');
  put(5, '=B5*2');
  expect(filledFormula('=B6*2', at)).toBe('=B6*2');
});
