import { findDifferenceAt } from '../../src/taskpane/lists/findDifferenceAt';
import { modelsOf } from '../support/comparisonOf';

const { comparison } = modelsOf([
  'consequence value A!B2 1 → 2',
  'cause row A!5:7 - → _',
  'cause value A!B2:B9 1 → 2',
  'cause format A!B2 1 → 1',
  'cause value A!D1 1 → -',
  'cause name !WACC =1 → =2',
]);
const at = (address: string, preferred: string | null = null) => findDifferenceAt(comparison, 'A', address, preferred)?.id ?? null;

test.each([
  ['B2', 'd4'],
  ['$B$3', 'd3'],
  ['B6', 'd3'],
  ['C6', 'd2'],
  ['A1:Z1', null],
  ['B1:C3', 'd4'],
  ['D1', null],
  ['5:5', 'd3'],
  ['not a place', null],
])('at %s stands %p', (address, id) => expect(at(address)).toBe(id));

test('the one preferred is kept where it lies', () => {
  expect(at('B2', 'd3')).toBe('d3');
  expect(at('C6', 'd3')).toBe('d2');
});
