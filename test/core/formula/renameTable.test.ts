import { renameTable } from '../../../src/core/formula/renameTable';

test.each([
  ['SUM(Sales[Amount])', 'SUM(Deals[Amount])'],
  ['=sales[@[Unit price]]*2', '=Deals[@[Unit price]]*2'],
  ['SUM(Sales)', 'SUM(Deals)'],
  ['SUM(Sales2[Amount])+OldSales[Amount]', 'SUM(Sales2[Amount])+OldSales[Amount]'],
  ['"Sales[Amount]"&Sales[[#Totals],[Amount]]', '"Sales[Amount]"&Deals[[#Totals],[Amount]]'],
  ['[1]Book.xlsx!Sales[Amount]', '[1]Book.xlsx!Sales[Amount]'],
  ['R[-1]C*Sales[Amount]+RC[2]', 'R[-1]C*Deals[Amount]+RC[2]'],
  ['A1+Sales!A1', 'A1+Sales!A1'],
  ['SUM(', 'SUM('],
])('%s', (formula, renamed) => {
  expect(renameTable(formula, 'Sales', 'Deals')).toBe(renamed);
});
