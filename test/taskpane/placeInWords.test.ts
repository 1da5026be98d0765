import { placeInWords } from '../../src/taskpane/wording/placeInWords';
import { createStrings } from '../../src/taskpane/strings';
import { modelsOf } from '../support/comparisonOf';

test.each([
  ['cause column Data!J:K - → 1', 'Data, columns J–K'],
  ['cause column Data!J285:K552 - → 1', 'Data, columns J–K in rows 285–552'],
  ['cause column Data!J285 - → 1', 'Data, column J in row 285'],
  ['cause row Data!B5:D5 - → 1', 'Data, row 5 in columns B–D'],
  ['cause value Data!B5:D5 1 → 2', 'Data!B5:D5'],
])('%s is at %s', (line, place) => {
  const models = modelsOf([line]);
  expect(placeInWords(models.comparison.differences[0]!, models, createStrings('en-US'))).toBe(place);
});
