import { verdictWords } from '../../src/app/verdictWords';
import { headlineOf, modelsOf } from '../support/comparisonOf';

const same = headlineOf('Revenue', 'Summary!C4', 100, 100);
const apart = headlineOf('Bookings', 'Summary!C5', 100, 101);
const said = (lines: string[], headlines = [same], precise = true) => {
  const { comparison } = modelsOf(lines, headlines);
  const { title, sentences } = verdictWords({ ...comparison, precise }, (count) => count.toLocaleString('en-US'));
  return [title, ...sentences].join(' | ');
};

const VALUE = 'cause value A!B2 1 → 2';
const FORMAT = 'cause format A!B3 1 → 1';
const NOTE = 'cause note A!B4 a → b';
const HIDDEN = 'cause hidden A!5:5 _ → _';
const FOLLOWS = 'consequence value A!C1:C9999 1 → 2';
const STALE = 'unexplained value A!D1:D2 1 → 2';

test.each([
  ['nothing', [], [same], 'Ties out | The headline agrees. | Nothing differs.'],
  ['no headlines', [], [], 'Ties out | Nothing differs.'],
  ['one format', [FORMAT], [same], 'Ties out | The headline agrees. | 1 difference in formats, which changes no number.'],
  [
    'what changes no number',
    [FORMAT, NOTE, HIDDEN],
    [same],
    'Ties out | The headline agrees. | 3 differences in formats, notes and what is hidden, which change no number.',
  ],
  ['a cause', [VALUE], [same], 'Does not tie out | The headline agrees. | 1 cause; 1 cell differs.'],
  [
    'causes of both sorts',
    [VALUE, FORMAT, FOLLOWS],
    [same, apart],
    'Does not tie out | 1 of 2 headlines differ. | 2 causes; 10,001 cells differ. 1 of the causes, in formats, changes no number.',
  ],
  [
    'only what is unexplained',
    [STALE],
    [same, same],
    'Can’t tell yet | All 2 headlines agree. | 2 values differ although nothing they depend on does.',
  ],
  [
    'a cause and what is unexplained',
    [VALUE, STALE],
    [],
    'Does not tie out | 1 cause; 3 cells differ. | 2 values differ although nothing they depend on does.',
  ],
])('%s', (_, lines, headlines, words) => expect(said(lines, headlines)).toBe(words));

test('a rough comparison is told wherever something differs', () => {
  expect(said([VALUE], [same], false)).toBe(
    'Does not tie out | The headline agrees. | 1 cause; 1 cell differs. | Some sheets could only be compared roughly.',
  );
  expect(said([], [same], false)).toBe('Ties out | The headline agrees. | Nothing differs.');
});
