import { kindGroup } from '../../src/app/kindGroups';
import type { Difference } from '../../src/core/compare/Difference';
import { createStrings } from '../../src/taskpane/strings';
import { GROUP_ICONS, kindLook } from '../../src/taskpane/views/kindIcons';
import { modelsOf } from '../support/comparisonOf';

const one = (line: string, note = ''): Difference => ({ ...modelsOf([line]).comparison.differences[0]!, note });
const strings = createStrings('en-US');

test.each([
  ['cause value A!B1 Q1 → Q2', '', 'texts', 'Text'],
  ['cause value A!B1 _ → Q2', '', 'texts', 'Text'],
  ['cause value A!B1 1 → 2', '', 'assumptions', 'Value'],
  ['cause value A!B1 n/a → 2', '', 'assumptions', 'Value'],
  ['cause unit A!B1 4 → 0.04', '', 'assumptions', 'Unit'],
  ['cause value A!B1 1.01 → 1.02', 'rounding only', 'rounding', 'Rounding'],
  ['cause formula A!B1 =1 → =2', '', 'formulas', 'Formula'],
] as const)('%s %s: group, word and icon agree', (line, note, group, word) => {
  const difference = one(line, note);
  expect(kindGroup(difference)).toBe(group);
  expect(kindLook(difference, strings).word).toBe(word);
  // A line may have an icon of its own within its group, never that of another group.
  const others = Object.entries(GROUP_ICONS).filter(([name]) => name !== group);
  expect(others.map(([, icon]) => icon)).not.toContain(kindLook(difference, strings).Icon);
});
