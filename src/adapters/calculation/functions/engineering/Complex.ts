import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { generalText } from '../../values/generalText';
import type { Scalar } from '../../values/Scalar';

/** A complex number, and the letter that its text has for the imaginary unit; none where it has no imaginary part. */
export interface Complex {
  readonly re: number;
  readonly im: number;
  readonly unit: 'i' | 'j' | null;
}

const DIGITS = '(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?';
const REAL = new RegExp(`^[-+]?${DIGITS}$`);
const IMAGINARY = new RegExp(`^([-+]?(?:${DIGITS})?)([ij])$`);
const BOTH = new RegExp(`^([-+]?${DIGITS})([-+](?:${DIGITS})?)([ij])$`);

/** The complex number that a value says, "3+4i"; blank is 0. */
export function readComplex(value: Scalar): Complex | CellError {
  if (typeof value === 'number') return { re: value, im: 0, unit: null };
  if (value === null) return { re: 0, im: 0, unit: null };
  if (isCellError(value)) return value;
  if (typeof value === 'boolean') return ERRORS.value;
  if (REAL.test(value)) return { re: Number(value), im: 0, unit: null };
  const [, imaginary, onlyUnit] = IMAGINARY.exec(value) ?? [];
  if (imaginary !== undefined) return { re: 0, im: factor(imaginary), unit: onlyUnit as 'i' | 'j' };
  const [, real, rest, unit] = BOTH.exec(value) ?? [];
  return rest === undefined ? ERRORS.number : { re: Number(real), im: factor(rest), unit: unit as 'i' | 'j' };
}

/** A complex number as Excel writes it. */
export function writeComplex({ re, im, unit }: Complex): string | CellError {
  if (!Number.isFinite(re) || !Number.isFinite(im)) return ERRORS.number;
  if (im === 0) return partText(re);
  const size = im === 1 ? '' : im === -1 ? '-' : partText(im);
  const imaginary = `${size}${unit ?? 'i'}`;
  return re === 0 ? imaginary : `${partText(re)}${im > 0 ? '+' : ''}${imaginary}`;
}

/** A small number without an exponent where that takes at most twenty characters, which `&` does not do. */
function partText(value: number): string {
  const text = generalText(value);
  const [, digits, exponent] = /^-?([\d.]+)E-(\d+)$/.exec(text) ?? [];
  if (digits === undefined) return text;
  const places = Number(exponent) + digits.replace('.', '').length - 1;
  return places <= 18 ? value.toFixed(places) : text;
}

function factor(text: string): number {
  return text === '' || text === '+' ? 1 : text === '-' ? -1 : Number(text);
}
