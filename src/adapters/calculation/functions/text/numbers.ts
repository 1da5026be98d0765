import { format as applyFormat, isDateFormat, isValidFormat } from 'numfmt';
import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import type { Cell } from '../../compile/Program';
import { dateOf } from '../../values/calendar';
import { toText } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { parseNumber } from '../../values/parseNumber';
import type { Scalar } from '../../values/Scalar';
import { cellFunction, number, optional, scalarFunction, text, truth, whole, type Parameter } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { fixedText } from './fixedText';
import { limited } from './limited';

const DAYS_1900_TO_1904 = 1462;
const MOST_PLACES = 127;

const any: Parameter<Scalar> = { read: (value) => value };

/** Numbers as texts and texts as numbers: TEXT, VALUE, NUMBERVALUE, FIXED and DOLLAR. */
export const numbers: readonly FunctionDefinition[] = [
  cellFunction('TEXT', [any, text], formatted),
  cellFunction('VALUE', [any], (cell, value) => {
    if (value === null) return 0;
    if (typeof value === 'string') return parseNumber(value, cell.arrangement.dateSystem) ?? ERRORS.value;
    return typeof value === 'boolean' ? ERRORS.value : value;
  }),
  scalarFunction('NUMBERVALUE', [text, optional(text, '.'), optional(text, ',')], numberIn),
  scalarFunction('FIXED', [number, optional(whole, 2), optional(truth, false)], (value, places, isPlain) =>
    places > MOST_PLACES ? ERRORS.value : (value < 0 ? '-' : '') + fixedText(Math.abs(value), places, !isPlain),
  ),
  scalarFunction('DOLLAR', [number, optional(whole, 2)], (value, places) => {
    if (places > MOST_PLACES) return ERRORS.value;
    const size = `$${fixedText(Math.abs(value), places, true)}`;
    return value < 0 ? `(${size})` : size;
  }),
];

/** A value as a number format shows it. */
function formatted(cell: Cell, value: Scalar, code: string): string | CellError {
  const { dateSystem } = cell.arrangement;
  const read = typeof value === 'string' ? (parseNumber(value, dateSystem) ?? value) : (value ?? 0);
  if (isCellError(read)) return read;
  if (typeof read === 'boolean') return toText(read);
  if (code === '') return '';
  if (!isValidFormat(code)) return ERRORS.value;
  if (typeof read !== 'number') return show(code, read);
  const isDate = isDateFormat(code);
  if (isDate && dateOf(read, dateSystem) === null) return ERRORS.value;
  return show(code, isDate && dateSystem === 1904 ? read + DAYS_1900_TO_1904 : read);
}

function show(code: string, value: number | string): string | CellError {
  try {
    return limited(applyFormat(code, value, { locale: 'en-US', throws: true }));
  } catch {
    return ERRORS.value;
  }
}

/** The number that a text says with given signs for decimals and groups. */
function numberIn(value: string, decimals: string, groups: string): number | CellError {
  const [decimal, group] = [decimals[0], groups[0]];
  if (decimal === undefined || group === undefined || decimal === group) return ERRORS.value;
  const plain = value.replace(/\s/g, '');
  const digits = plain.replace(/%+$/, '');
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || fraction?.includes(group)) return ERRORS.value;
  const written = whole.split(group).join('') + (fraction === undefined ? '' : `.${fraction}`);
  if (written === '') return 0;
  const read = parseNumber(written);
  return read === null ? ERRORS.value : read / 100 ** (plain.length - digits.length);
}
