import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';

/** The longest text that a cell can hold. */
export const LONGEST = 32_767;

/** The text, or `#VALUE!` where it is longer than a cell can hold. */
export function limited(text: string): string | CellError {
  return text.length > LONGEST ? ERRORS.value : text;
}

/** The text in small letters, each letter in its place, so that positions stay what they are. */
export function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : Array.from(text, (letter) => sameLength(letter, letter.toLowerCase())).join('');
}

/** The text in capitals as Excel makes them: `ß` stays. */
export function inCapitals(text: string): string {
  const large = text.toUpperCase();
  return large.length === text.length && !text.includes('ß')
    ? large
    : Array.from(text, (letter) => sameLength(letter, letter.toUpperCase())).join('');
}

function sameLength(letter: string, changed: string): string {
  return changed.length === letter.length ? changed : letter;
}
