import { verdict } from '../../src/app/verdict';
import { headlineOf, modelsOf } from '../support/comparisonOf';

const same = headlineOf('Revenue', 'Summary!C4', 100, 100);
const apart = headlineOf('Revenue', 'Summary!C4', 100, 101);
const words = (lines: string[], headlines = [same]) => verdict(modelsOf(lines, headlines).comparison);

test('agreeing headlines and no cause tie out', () => expect(words([])).toEqual({ word: 'ties' }));

test('a headline apart does not, even without any cause', () => expect(words([], [apart]).word).toBe('differs'));

test('a cause does not, even with agreeing headlines', () => expect(words(['cause value A!B2 1 → 2']).word).toBe('differs'));

test.each(['format', 'note', 'validation', 'hidden'])('a %s alone does not stand against tying out', (kind) =>
  expect(words([`cause ${kind} A!B2 1 → 1`])).toEqual({ word: 'ties' }),
);

test('an unexplained value leaves it open', () =>
  expect(words(['unexplained value A!B2 1 → 2'])).toEqual({ word: 'unknown', reasons: ['unexplained'] }));

test('a headline that one workbook lacks leaves it open', () =>
  expect(words([], [same, { ...apart, localAddress: null }])).toEqual({ word: 'unknown', reasons: ['headline'] }));

test('a rough comparison leaves it open', () => {
  const { comparison } = modelsOf([], [same]);
  expect(verdict({ ...comparison, precise: false })).toEqual({ word: 'unknown', reasons: ['imprecise'] });
});
