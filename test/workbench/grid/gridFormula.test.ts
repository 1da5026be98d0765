import { gridFormula } from '../../../src/workbench/grid/gridFormula';
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
  gridFormula(formula, { tables: book.tables.items, sheet, row, column });

test.each([
  ['=SUMIFS(B:B,C:C,[@[Account ID]])', '=SUMIFS(B:B,C:C,$C$5)'],
  ['=Territories[@Account]', '=$B$5'],
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
