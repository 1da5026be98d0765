import { enteredContent } from '../../../src/workbench/book/enteredContent';

test.each([
  [5, 'General', null, 5, null],
  ['5', 'General', null, 5, null],
  ['5', '@', null, '5', null],
  [' 1,234.5 ', 'General', null, 1234.5, '#,##0.00'],
  ['12%', 'General', null, 0.12, '0%'],
  ['12%', '0.0%', null, 0.12, null],
  ['-.5', 'General', null, -0.5, null],
  ['(5)', 'General', null, -5, null],
  ["'007", 'General', null, '007', null],
  ['007', 'General', null, 7, null],
  ['1,23', 'General', null, '1,23', null],
  ['true', 'General', null, true, null],
  ['#N/A', 'General', null, { error: '#N/A' }, null],
  ['', 'General', null, null, null],
  ['=A1', 'General', '=A1', 0, null],
  ['=A1', '@', null, '=A1', null],
  ['=', 'General', null, '=', null],
  ['North', 'General', null, 'North', null],
  ['FY24', 'General', null, 'FY24', null],
  ['Q1-24', 'General', null, 'Q1-24', null],
])('%j in a cell of format %s is formula %j, value %j, format %j', (input, format, formula, value, newFormat) => {
  expect(enteredContent(input, format)).toEqual({ formula, value, format: newFormat });
});

test('a text that reads as a date becomes its serial number, in either date system', () => {
  expect(enteredContent('2024-01-05', 'General')).toEqual({ formula: null, value: 45_296, format: expect.stringMatching(/y/) });
  expect(enteredContent('2024-01-05', 'yyyy', 1904)).toEqual({ formula: null, value: 45_296 - 1462, format: null });
  expect(typeof enteredContent('3-4', 'General').value).toBe('number');
});
