import { stepsInWords } from '../../src/cli/stepsInWords';
import type { SyncStep, WriteStep } from '../../src/core/sync/SyncPlan';
import { workbook } from '../support/workbook';

const DAY = 46_000;
const book = workbook({ Model: { A1: { value: DAY + 1, format: 'yyyy-mm-dd' } } });
const content = (value: number) => ({ formula: null, value, format: null });
const back: WriteStep = {
  kind: 'write',
  sheet: 'Model',
  range: { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1 },
  before: [[content(DAY + 1)]],
  after: [[content(DAY)]],
  differences: [],
};

test('a step that says no format is shown with that of its cell', () => {
  expect(stepsInWords([back], book).get('Model')).toEqual(['A1   2025-12-10 → 2025-12-09']);
  const from1904 = { ...book, dateSystem: 1904 as const };
  expect(stepsInWords([back], from1904).get('Model')).toEqual(['A1   2029-12-11 → 2029-12-10']);
});

test('on a sheet whose lines come and go nobody knows which cell it is', () => {
  const insert: SyncStep = { kind: 'insert', sheet: 'Model', axis: 'row', at: 1, count: 1 };
  expect(stepsInWords([insert, back], book).get('Model')).toEqual(['row 1 put in', 'A1   46001 → 46000']);
  expect(stepsInWords([back], null).get('Model')).toEqual(['A1   46001 → 46000']);
});
