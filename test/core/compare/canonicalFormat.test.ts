import fc from 'fast-check';
import { canonicalFormat } from '../../../src/core/compare/canonicalFormat';

describe('number formats in one spelling', () => {
  it.each([
    ['"$"#,##0_);("$"#,##0);"–"_)', '\\$#,##0_);"($"#,##0\\);\\–_)'],
    ['0.00"x"', '0.00\\x'],
    ['dd.mm.yyyy', 'dd\\.mm\\.yyyy'],
    ['mmm d, yyyy', 'mmm\\ d\\,\\ yyyy'],
    ['yyyy-mm-dd hh:mm:ss', 'YYYY\\-MM\\-DD\\ HH:MM:SS'],
    ['0.0;[Red]-0.0', '0.0;[RED]\\-0.0'],
    ['dd/mm/yyyy', 'dd/mm/yyyy;@'],
    ['General', 'GENERAL'],
  ])('%s is %s', (one, other) => {
    expect(canonicalFormat(other)).toBe(canonicalFormat(one));
  });

  it.each([
    ['0%', '0"%"'],
    ['0', '"0"'],
    ['0.0', '0.00'],
    ['#,##0', '#,##0,'],
    ['$0', '€0'],
    ['[$$-409]0', '[$€-407]0'],
    ['mm:ss.0', 'mm:ss'],
    ['mmm yy', 'mmm yyyy'],
    ['0;-0', '0;(0)'],
    ['no format "', 'no format'],
  ])('%s is not %s', (one, other) => {
    expect(canonicalFormat(other)).not.toBe(canonicalFormat(one));
  });

  it('is the same for a text however it is quoted, and another for another text', () => {
    const text = fc.stringMatching(/^[ a-zA-Z$€%#@0.,;()–-]{1,8}$/);
    const escaped = (word: string): string => [...word].map((letter) => `\\${letter}`).join('');
    fc.assert(
      fc.property(text, text, (word, other) => {
        expect(canonicalFormat(`0.0${escaped(word)}`)).toBe(canonicalFormat(`0.0"${word}"`));
        expect(canonicalFormat(`0.0${escaped(other)}`) === canonicalFormat(`0.0"${word}"`)).toBe(word === other);
      }),
    );
  });
});
