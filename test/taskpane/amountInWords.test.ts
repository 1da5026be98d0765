import { createStrings } from '../../src/taskpane/strings';
import { amountInWords, shareInWords, sizeInWords } from '../../src/taskpane/wording/amountInWords';

const { headlines, why } = createStrings('en-US');
const settings = { dateSystem: 1900, locale: 'en-US' } as const;
const words = (amount: number, format: string, full = false) => amountInWords(amount, format, settings, headlines, full);

test('amounts are told as their headline is formatted, with a sign', () => {
  expect(words(283_977.4, '$#,##0')).toBe('+$284K');
  expect(words(283_977.4, '$#,##0', true)).toBe('+$283,977');
  expect(words(-6344, '$#,##0')).toBe('−$6,344');
  expect(words(0.0131, '0.0%')).toBe('+1.31 points');
  expect(words(-0.06, '0.00"x"')).toBe('−0.06x');
  expect(sizeInWords(10, '0', settings, headlines)).toBe('10');
});

test('what the format would round to nothing is not told as nothing', () => {
  expect(words(-0.00034, '0.00"x"')).toBe('−0.00034');
  expect(words(0.0000123, '0.0%')).toBe('+0.0012 points');
});

test('shares of the gap', () => {
  expect([0.98, -0.04, 1.02, 0.001, -0.001].map((share) => shareInWords(share, 'en-US', why.under))).toEqual([
    '98%',
    '−4%',
    '102%',
    'under 1%',
    'under 1%',
  ]);
});
