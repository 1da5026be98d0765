import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Area } from '../../values/Area';
import { toBoolean, toText } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import type { Scalar } from '../../values/Scalar';
import { isGrid, type Value } from '../../values/Value';
import { anyOrError, optional, rangeFunction, scalarFunction, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitValues } from '../numbersOf';
import { limited, LONGEST } from './limited';

/** Texts made of several values: CONCAT, CONCATENATE, TEXTJOIN, ARRAYTOTEXT, VALUETOTEXT and T. */
export const joining: readonly FunctionDefinition[] = [
  rangeFunction('CONCAT', [1, 255], (args) => {
    const texts = textsOf(args, true);
    return Array.isArray(texts) ? limited(texts.join('')) : texts;
  }),
  rangeFunction('CONCATENATE', [1, 255], (args) =>
    lift(args, (scalars) => {
      const texts: string[] = [];
      for (const scalar of scalars) {
        const read = toText(scalar ?? null);
        if (typeof read !== 'string') return read;
        texts.push(read);
      }
      return limited(texts.join(''));
    }),
  ),
  rangeFunction('TEXTJOIN', [3, 255], ([delimiter, ignore, ...values]) => {
    const delimiters = textsOf([delimiter], false);
    if (!Array.isArray(delimiters)) return delimiters;
    return lift([ignore], ([scalar]) => {
      const ignoresEmpty = toBoolean(scalar as Scalar);
      if (typeof ignoresEmpty !== 'boolean') return ignoresEmpty;
      const texts = textsOf(values, ignoresEmpty || delimiters.every((each) => each === ''));
      if (!Array.isArray(texts)) return texts;
      const taken = ignoresEmpty ? texts.filter((each) => each !== '') : texts;
      return limited(taken.map((each, k) => (k === 0 ? each : delimiters[(k - 1) % delimiters.length]! + each)).join(''));
    });
  }),
  rangeFunction('ARRAYTOTEXT', [1, 2], ([array, format = null]) =>
    lift([format], ([scalar]) => {
      const mode = scalar ?? 0;
      if (mode !== 0 && mode !== 1) return isCellError(mode) ? mode : ERRORS.value;
      const grid = array instanceof Area ? array.used : array;
      // With nothing but what stands between them they would be too long.
      if (isGrid(grid) && grid.rows * grid.columns > LONGEST) return ERRORS.value;
      if (!isGrid(grid)) return mode === 1 ? limited(`{${shown(grid as Scalar, true)}}`) : shown(grid as Scalar, false);
      const rows = Array.from({ length: grid.rows }, (_, row) =>
        Array.from({ length: grid.columns }, (__, column) => shown(grid.at(row, column), mode === 1)),
      );
      return limited(mode === 1 ? `{${rows.map((row) => row.join(',')).join(';')}}` : rows.flat().join(', '));
    }),
  ),
  scalarFunction('VALUETOTEXT', [anyOrError, optional(whole, 0)], (value, format) =>
    format === 0 || format === 1 ? limited(shown(value, format === 1)) : ERRORS.value,
  ),
  rangeFunction('T', [1, 1], ([value]) => {
    const one = (scalar: Scalar): Scalar => (typeof scalar === 'string' || isCellError(scalar) ? scalar : '');
    return value instanceof Area ? one(value.at(0, 0)) : lift([value], ([scalar]) => one(scalar as Scalar));
  }),
];

/** A value as text, of the strict kind as it would be written into a formula. */
function shown(value: Scalar, strict: boolean): string {
  if (isCellError(value)) return value.error;
  if (typeof value === 'string' && strict) return `"${value.replace(/"/g, '""')}"`;
  return toText(value) as string;
}

/** All values as texts, blanks among them unless they may be passed over; the first error instead. */
function textsOf(args: readonly (Value | undefined)[], skipsBlanks: boolean): string[] | CellError {
  const texts: string[] = [];
  let error: CellError | null = null;
  let length = 0;
  const take = (value: Scalar): void => {
    // It is too long already, and only an error would come before that.
    if (length > LONGEST && !isCellError(value)) return;
    const read = toText(value);
    if (typeof read !== 'string') error ??= read;
    else {
      texts.push(read);
      length += read.length;
    }
  };
  for (const arg of args) {
    if (skipsBlanks || !isGrid(arg)) visitValues([arg], take);
    else {
      // That many would be too long with nothing but what stands between them.
      if (arg.rows * arg.columns > LONGEST + 1) return ERRORS.value;
      for (let row = 0; row < arg.rows; row++) for (let column = 0; column < arg.columns; column++) take(arg.at(row, column));
    }
  }
  return error ?? texts;
}
