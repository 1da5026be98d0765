import { closest } from '../../src/core/closest';

const KNOWN = ['Net_revenue_FY26', 'Gross margin', 'ARR, closing', 'Net revenue retention'];

test.each([
  ['Net revenu', ['Net_revenue_FY26', 'Net revenue retention']],
  ['gros margin', ['Gross margin']],
  ['arr closing', ['ARR, closing']],
  ['Headcount', []],
  ['', []],
])('%p means %p', (text, expected) => {
  expect(closest(text, KNOWN)).toEqual(expected);
});
