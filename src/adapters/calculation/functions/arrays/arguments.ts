import type { CellError } from '../../../../core/workbook/CellValue';
import { toBoolean, toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { soleValue } from '../../values/lift';
import { checkSize, Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import { isError, Lambda, type Value } from '../../values/Value';

/** One number of an argument, fractions cut off; `otherwise` when it is not given or left empty. */
export function wholeOf<T>(value: Value | undefined, otherwise: T): number | T | CellError {
  const number = numberOf(value, otherwise);
  return typeof number === 'number' ? Math.trunc(number) : number;
}

/** One number of an argument; `otherwise` when it is not given or left empty. */
export function numberOf<T>(value: Value | undefined, otherwise: T): number | T | CellError {
  if (value === undefined || value === null) return otherwise;
  const sole = soleValue(value);
  return sole === undefined ? ERRORS.value : toNumber(sole);
}

/** One truth value of an argument; `otherwise` when it is not given or left empty. */
export function truthOf(value: Value | undefined, otherwise: boolean): boolean | CellError {
  if (value === undefined || value === null) return otherwise;
  const sole = soleValue(value);
  return sole === undefined ? ERRORS.value : toBoolean(sole);
}

/** The first error among values that may be errors; null when there is none. */
export function firstError(...values: readonly unknown[]): CellError | null {
  return (values.find((value) => isError(value as Value)) as CellError | undefined) ?? null;
}

/** The array whose cell at a row and column `at` gives; `#CALC!` when it would be empty. */
export function arrayOf(rows: number, columns: number, at: (row: number, column: number) => Scalar): Value {
  if (rows < 1 || columns < 1) return ERRORS.calculation;
  checkSize(rows, columns);
  return Matrix.from(rows, columns, at);
}

/** The function that an argument is; `#VALUE!` when it is none. */
export function lambdaOf(value: Value | undefined): Lambda | CellError {
  return value instanceof Lambda ? value : value !== undefined && isError(value) ? value : ERRORS.value;
}

/** One value of what a function gave for one cell of an array; `#CALC!` when it gave several. */
export function cellOf(value: Value): Scalar {
  return soleValue(value) ?? (value === null ? null : isBlankCell(value) ? null : ERRORS.calculation);
}

function isBlankCell(value: Value): boolean {
  return typeof value === 'object' && value !== null && 'rows' in value && value.rows === 1 && value.columns === 1;
}
