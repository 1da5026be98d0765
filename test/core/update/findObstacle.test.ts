import { findObstacle, findObstacleIn } from '../../../src/core/update/findObstacle';
import { parseRange } from '../../../src/core/workbook/Address';
import type { CellValue } from '../../../src/core/workbook/CellValue';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook } from '../../support/workbook';

const table = {
  name: 'Sales',
  sheet: 'Data',
  range: parseRange('A1:B3')!,
  headerRow: true,
  totalsRow: false,
  columns: ['Team', 'Seats'].map((name) => ({ name, formula: null })),
};
const book: Snapshot = workbook(
  {
    Data: {
      A1: 'Team',
      B1: 'Seats',
      A2: 'North',
      B2: 1,
      A3: 'South',
      B3: '=B2*2',
      G1: ['=H1:H2', 1],
      G2: 2,
      J1: '=[1]Rates!A1',
      K1: '=Fx*2',
    },
  },
  { tables: [table], sheets: { Data: { arrays: [{ kind: 'array', range: parseRange('G1:G2')! }] } }, names: { Fx: 'Data!$H$9' } },
);
const hiding: Snapshot = { ...book, names: book.names.map((name) => ({ ...name, hidden: true })) };

test.each([
  ['B2', null],
  ['A2:B3', null],
  ['A1', 'table'],
  ['A4', 'table'],
  ['C2', 'table'],
  ['D2', null],
  ['A5', null],
  ['G2', 'array'],
  ['F1:H1', 'array'],
])('an edit of %s', (address, obstacle) => {
  expect(findObstacle(book, [{ sheet: 'Data', range: parseRange(address)! }])).toBe(obstacle);
});

test('a sheet that the comparison does not know', () => {
  expect(findObstacle(book, [{ sheet: 'New', range: parseRange('A1')! }])).toBe('sheet');
});

test.each<[string, Snapshot, string, string | null, CellValue, string | null]>([
  ['a number in a table', book, 'B2', null, 5, null],
  ['a formula in a table', book, 'B2', '=1+1', 2, 'table'],
  ['a formula in a table that stays', book, 'B3', '=B2*2', 10, null],
  ['a formula in a table that goes', book, 'B3', null, 10, 'table'],
  ['a formula elsewhere', book, 'E5', '=B2', 1, null],
  ['a formula that refers to another workbook', book, 'E5', "='C:\\x\\[Rates.xlsx]Rates'!A1", 1, 'link'],
  ['a reference to another workbook that goes', book, 'J1', null, 1, 'link'],
  ['the last use of a name', book, 'K1', null, 1, null],
  ['the last use of a hidden name', hiding, 'K1', null, 1, 'name'],
])('%s', (_, snapshot, address, formula, value, obstacle) => {
  const edited = [{ sheet: 'Data', range: parseRange(address)!, values: [[value]], formulas: [[formula]], formats: [['General']] }];
  expect(findObstacleIn(snapshot, { edited, recalculated: [] })).toBe(obstacle);
});
