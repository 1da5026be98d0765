import { createStrings } from '../../src/taskpane/strings';
import { changeInWords } from '../../src/taskpane/wording/changeInWords';
import { modelsOf } from '../support/comparisonOf';

const strings = createStrings('en-US').differences;

test.each([
  ['cause value Data!B5 1 → 2', '1', '2'],
  ['cause formula Data!B5 =A1:1 → =A2:2', '1', '2'],
  // The formula differs and today's value does not: one value alone would look as if nothing differed.
  ['cause formula Data!B5 =A1:0 → =A2:0', null, '0, same value'],
  ['cause formula Data!B5 =A1: → =A2:', null, 'empty, same value'],
  ['cause hardcoded Data!B5 =A1:12 → 12 # 0.0', null, '12.0, same value'],
  ['cause row Data!5:5 - → 1', null, 'only in yours'],
  ['cause row Data!5:7 1 → 1', null, 'moved, in official rows 5–7'],
])('%s is said as %p → %p', (line, official, local) => {
  const models = modelsOf([line]);
  expect(changeInWords(models.comparison.differences[0]!, models, 'en-US', strings)).toMatchObject({ official, local });
});
