import { isCellError, type CellError } from '../../../core/workbook/CellValue';
import { ERRORS } from './errors';
import { generalText } from './generalText';
import { parseNumber } from './parseNumber';
import type { Scalar } from './Scalar';

/** The value as a number, as arithmetic takes it: blank is 0, a truth value 1 or 0, a text what it says; an error where that is none. */
export function toNumber(value: Scalar): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return parseNumber(value) ?? ERRORS.value;
  return value;
}

/** The value as a text, as `&` takes it. */
export function toText(value: Scalar): string | CellError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return generalText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** The value as a truth value, as IF takes it; texts other than TRUE and FALSE are an error. */
export function toBoolean(value: Scalar): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (isCellError(value)) return value;
  const text = (value as string).toUpperCase();
  return text === 'TRUE' ? true : text === 'FALSE' ? false : ERRORS.value;
}
