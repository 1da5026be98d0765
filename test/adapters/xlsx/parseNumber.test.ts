import fc from 'fast-check';
import { parseNumber } from '../../../src/adapters/xlsx/read/parseNumber';

const parse = (text: string): number => parseNumber(new TextEncoder().encode(`>${text}<`), 1, text.length + 1);

test('every number comes back from its text, to the last bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => Object.is(parse(String(number)), number + 0)),
    { numRuns: 5000 },
  );
});

test('decimals of any length round as JavaScript does', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(
      fc.constantFrom('', '-'),
      digits,
      digits,
      (sign, whole, part) => parse(`${sign}${whole}.${part}`) === Number(`${sign}${whole}.${part}`),
    ),
    {
      numRuns: 5000,
    },
  );
});

test('numbers halfway between two doubles, and next to that, round as JavaScript does', () => {
  const half = fc
    .bigInt({ min: 2n ** 52n, max: 2n ** 53n })
    .chain((whole) => fc.constantFrom('.5', '.50000', '.49999', '.50001').map((part) => whole + part));
  fc.assert(
    fc.property(half, (text) => parse(text) === Number(text)),
    { numRuns: 2000 },
  );
});

test.each(['', ' ', '-', '.', 'abc', 'NaN', 'Infinity', '0x10', '1,5', '1.2.3', '1e', '--1'])('%p is no number', (text) => {
  expect(parse(text)).toBeNaN();
});

test.each([
  [' 12 ', 12],
  ['1E3', 1000],
  ['+5', 5],
  ['-0', 0],
  ['5.', 5],
  ['.5', 0.5],
])('%p is %p', (text, number) => {
  expect(parse(text)).toBe(number);
});
