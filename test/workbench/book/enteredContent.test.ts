import { enteredContent } from '../../../src/workbench/book/enteredContent';

test.each([
  [5, 'General', null, 5],
  ['5', 'General', null, 5],
  ['5', '@', null, '5'],
  [' 1,234.5 ', 'General', null, 1234.5],
  ['12%', 'General', null, 0.12],
  ['1e3', 'General', null, 1000],
  ['-.5', 'General', null, -0.5],
  ["'007", 'General', null, '007'],
  ['1,23', 'General', null, '1,23'],
  ['true', 'General', null, true],
  ['#N/A', 'General', null, { error: '#N/A' }],
  ['', 'General', null, null],
  ['=A1', 'General', '=A1', 0],
  ['=A1', '@', null, '=A1'],
  ['=', 'General', null, '='],
  ['North', 'General', null, 'North'],
])('%j in a cell of format %s is formula %j, value %j', (input, format, formula, value) => {
  expect(enteredContent(input, format)).toEqual({ formula, value, format: null });
});
