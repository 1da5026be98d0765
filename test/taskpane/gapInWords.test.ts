import { createStrings } from '../../src/taskpane/strings';
import { gapInWords } from '../../src/taskpane/wording/gapInWords';
import { shortNumber } from '../../src/taskpane/wording/shortNumber';
import { headlineOf } from '../support/comparisonOf';

const settings = { dateSystem: 1900, locale: 'en-US' } as const;
const gap = (official: number, local: number, format?: string) =>
  gapInWords(headlineOf('Revenue', 'Summary!C4', official, local, format), settings, createStrings('en-US').headlines);

test.each([
  [41_250_310, 42_690_112, '$#,##0', '$1.44M higher, +3.5%'],
  [52_100_400, 51_544_200, '$#,##0', '$556K lower, -1.1%'],
  [412, 410, '#,##0', '2 lower, -0.5%'],
  [-100, -110, '0', '10 lower, -10%'],
  [0, 5, '0', '5 higher'],
  [0.782, 0.791, '0.0%', '0.9 points higher'],
  [5, 5, '0', 'Agrees'],
])('official %p, yours %p as %p: %p', (official, local, format, words) => expect(gap(official, local, format)).toBe(words));

test('what is missing or no number says so', () => {
  const words = createStrings('en-US').headlines;
  expect(gapInWords({ ...headlineOf('a', 'A!A1', 1, 2), localAddress: null }, settings, words)).toBe('Missing');
  expect(gapInWords(headlineOf('a', 'A!A1', 1, { error: '#REF!' }), settings, words)).toBe('Differs');
});

test.each([
  [41_250_310, '$#,##0', '$41.3M'],
  [-41_250_310, '$#,##0;($#,##0)', '−$41.3M'],
  [99_999, '#,##0', '99,999'],
  [250_000, '#,##0" EUR"', '250K EUR'],
  [1_234_567, '0.0%', '123456700.0%'],
  ['n/a', '0', 'n/a'],
])('%p as %p is %p', (value, format, short) => expect(shortNumber(value, format, settings)).toBe(short));
