import fc from 'fast-check';
import { formatValue, fullValue } from '../../../src/core/workbook/formatValue';

const shown = (value: Parameters<typeof formatValue>[0], format: string | null, dateSystem: 1900 | 1904 = 1900, locale = 'en-US') =>
  formatValue(value, format, { dateSystem, locale });

test.each([
  [0.1234, '0.0%', '12.3%'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [-1234, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', '(1,234)'],
  [46000, 'mmm-yy', 'Dec-25'],
  [true, 'General', 'TRUE'],
  ['Q2', '0.0', 'Q2'],
  [{ error: '#N/A' }, '0', '#N/A'],
  [null, '0', ''],
  [12, null, '12'],
  [1234.5, '[$€-407]#,##0.00', '€1,234.50'],
  [1234.5, '#,##0.00\\ [$CHF-807]', '1,234.50 CHF'],
  [46000, '[$-407]mmmm', 'Dezember'],
])('%p in %p is %p', (value, format, text) => expect(shown(value, format)).toBe(text));

test('the two date systems name the same day by numbers 1462 apart', () => {
  expect(shown(46000 - 1462, 'yyyy-mm-dd', 1904)).toBe(shown(46000, 'yyyy-mm-dd'));
  expect(shown(1000, '#,##0', 1904)).toBe('1,000');
});

test('separators follow the locale, and an unknown locale is no error', () => {
  expect(shown(1234.5, '#,##0.00', 1900, 'de-DE')).toBe('1.234,50');
  expect(shown(1234.5, '#,##0.00', 1900, 'no such locale')).toBe('1,234.50');
});

test('a code that hides the value or cannot be used shows it as General does', () => {
  expect(shown(42, ';;;')).toBe('42');
  expect(shown(42, 'bogus[')).toBe('42');
});

test('any value under any code gives a text, and never nothing for something', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()), fc.string(), (value, format) => {
      expect(shown(value, format)).not.toBe('');
    }),
  );
});

test('two different numbers never look the same in full', () => {
  expect(fullValue(1 / 3, 'en-US')).toBe('0.333333333333333');
  expect(fullValue(1234567.25, 'en-US')).toBe('1,234,567.25');
  expect(fullValue(1.5e-9, 'en-US')).toBe('1.5e-9');
});
