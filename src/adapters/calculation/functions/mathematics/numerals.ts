import { ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import { anyOrError, number, optional, scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { isCellError } from '../../../../core/workbook/CellValue';
import { toNumber } from '../../values/coerce';

const LETTERS = ['M', 'D', 'C', 'L', 'X', 'V', 'I'] as const;
const WORTH = [1000, 500, 100, 50, 10, 5, 1] as const;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** The largest number that BASE and DECIMAL take. */
const LARGEST = 2 ** 53;

/** ROMAN, ARABIC, BASE and DECIMAL. */
export const numerals: readonly FunctionDefinition[] = [
  scalarFunction('ROMAN', [whole, optional(anyOrError, 0 as Scalar)], (value, form) => {
    if (isCellError(form)) return form;
    const simplicity = form === true ? 0 : form === false ? 4 : toNumber(form);
    if (typeof simplicity !== 'number') return simplicity;
    const steps = Math.trunc(simplicity);
    return value < 0 || value > 3999 || steps < 0 || steps > 4 ? ERRORS.value : roman(value, steps);
  }),
  scalarFunction('ARABIC', [text], arabic),
  scalarFunction('BASE', [number, whole, optional(whole, 0)], (value, radix, length) => {
    if (value < 0 || value >= LARGEST || radix < 2 || radix > 36 || length < 0 || length > 255) return ERRORS.number;
    return Math.trunc(value).toString(radix).toUpperCase().padStart(length, '0');
  }),
  scalarFunction('DECIMAL', [text, whole], (written, radix) => {
    if (radix < 2 || radix > 36 || written.length > 255) return ERRORS.number;
    let value = 0;
    for (const character of written.trim().toUpperCase()) {
      const digit = DIGITS.indexOf(character);
      if (digit < 0 || digit >= radix) return ERRORS.number;
      value = value * radix + digit;
    }
    return value;
  }),
];

/** A number in Roman numerals; with more steps, larger letters may be reduced by smaller ones: 499 is CDXCIX, LDVLIV, XDIX, VDIV, ID. */
function roman(number: number, steps: number): string {
  let [rest, written] = [number, ''];
  for (let place = 0; place <= 6; place += 2) {
    const digit = Math.floor(rest / WORTH[place]!);
    if (digit % 5 !== 4) {
      if (digit > 4) written += LETTERS[place - 1]!;
      written += LETTERS[place]!.repeat(digit % 5);
      rest %= WORTH[place]!;
      continue;
    }
    const larger = digit === 4 ? place - 1 : place - 2;
    let smaller = place;
    for (let step = 0; step < steps && smaller < 6 && WORTH[larger]! - WORTH[smaller + 1]! <= rest; step++) smaller++;
    written += LETTERS[smaller]! + LETTERS[larger]!;
    rest += WORTH[smaller]! - WORTH[larger]!;
  }
  return written;
}

/** The number that Roman numerals say, a letter in front of a larger one taken off; an error where other letters are among them. */
function arabic(written: string): Scalar {
  const [, sign = '', letters = ''] = /^(-?)(.*)$/s.exec(written.trim().toUpperCase())!;
  if (letters.length > 255) return ERRORS.value;
  let [total, largest] = [0, 0];
  for (let k = letters.length - 1; k >= 0; k--) {
    const worth = WORTH[LETTERS.indexOf(letters[k] as (typeof LETTERS)[number])];
    if (worth === undefined) return ERRORS.value;
    total += worth < largest ? -worth : worth;
    largest = Math.max(largest, worth);
  }
  return sign === '-' ? -total : total;
}
