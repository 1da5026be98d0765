import { labelsOfFirstCells } from '../../src/taskpane/lists/labelsOfFirstCells';
import { modelsOf } from '../support/comparisonOf';

test('what a plan writes is called as its cause is, at the first cell only, and never as a note there', () => {
  const models = modelsOf([
    'cause formula A!C28:E30 =C16 → =C22 | Enterprise–SMB · Q2–Q4',
    'cause note A!C28 - → Mine | Enterprise · Q2',
    'cause value A!B2 1 → 2 | Renewal rate',
    'cause value A!B3 1 → 2',
    'consequence value A!D4 1 → 2 | Net revenue',
  ]);
  expect([...labelsOfFirstCells(models)]).toEqual([
    ['A!C28', 'Enterprise–SMB · Q2–Q4'],
    ['A!B2', 'Renewal rate'],
  ]);
});
