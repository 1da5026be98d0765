import fc from 'fast-check';
import { shortChange } from '../../src/taskpane/wording/shortChange';

const terms = (rate: number) => `=${Array.from({ length: 200 }, (_, i) => `A${i + 1}*1.0${i === 60 ? rate : 5}`).join('+')}`;

test('short texts are whole', () => expect(shortChange('=A1', '=A1+B1')).toEqual({ before: '=A1', after: '=A1+B1', cut: false }));

test('long ones are cut to where they part', () =>
  expect(shortChange(terms(3), terms(7))).toEqual({
    before: '…59*1.05+A60*1.05+A61*1.03+A62*1.05+A63*1.05+A64*1…',
    after: '…59*1.05+A60*1.05+A61*1.07+A62*1.05+A63*1.05+A64*1…',
    cut: true,
  }));

test('a long one beside a short one is cut at its end', () =>
  expect(shortChange('empty', terms(3))).toEqual({ before: 'empty', after: `${terms(3).slice(0, 160)}…`, cut: true }));

test('what is left is a short piece of the text, and still tells the two apart', () => {
  const piece = fc.string({ unit: fc.constantFrom('A', '1', '+'), maxLength: 300 });
  fc.assert(
    fc.property(piece, piece, piece, piece, (head, one, other, tail) => {
      const [before, after] = [head + one + tail, head + other + tail];
      const short = shortChange(before, after);
      for (const [text, left] of [
        [before, short.before],
        [after, short.after],
      ] as const) {
        expect(left.length).toBeLessThanOrEqual(162);
        expect(text).toContain(left.replace(/^…|…$/g, ''));
      }
      expect(short.before === short.after).toBe(before === after);
      expect(short.cut).toBe(short.before !== before || short.after !== after);
    }),
  );
});
