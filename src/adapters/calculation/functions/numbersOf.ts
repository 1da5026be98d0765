import { isCellError, type CellError } from '../../../core/workbook/CellValue';
import { toNumber } from '../values/coerce';
import { Area, AreaList } from '../values/Area';
import { ERRORS } from '../values/errors';
import { Matrix } from '../values/Matrix';
import type { Scalar } from '../values/Scalar';
import { Lambda, type Value } from '../values/Value';

/**
 * Visits the numbers of arguments as SUM takes them: of cells and arrays only numbers, of values written into the formula whatever
 * says a number. The first error that is met is returned.
 */
export function visitNumbers(args: readonly (Value | undefined)[], visit: (value: number) => void): CellError | null {
  let error: CellError | null = null;
  const take = (value: Scalar): void => {
    if (typeof value === 'number') visit(value);
    else if (error === null && isCellError(value)) error = value;
  };
  for (const arg of args) {
    if (arg === undefined) continue;
    if (arg instanceof Area || arg instanceof Matrix) arg.forEach(take);
    else if (arg instanceof AreaList) for (const area of arg.areas) area.forEach(take);
    else if (arg instanceof Lambda) return ERRORS.value;
    else {
      const value = toNumber(arg);
      if (typeof value !== 'number') return error ?? value;
      visit(value);
    }
    if (error !== null) return error;
  }
  return error;
}

/** The numbers of arguments as SUM takes them, or the first error. */
export function numbersOf(args: readonly (Value | undefined)[]): number[] | CellError {
  const numbers: number[] = [];
  return visitNumbers(args, (value) => numbers.push(value)) ?? numbers;
}

/** Visits all values of arguments that are not blank, errors included. */
export function visitValues(args: readonly (Value | undefined)[], visit: (value: Scalar, isCell: boolean) => void): void {
  for (const arg of args) {
    if (arg === undefined) continue;
    if (arg instanceof Area || arg instanceof Matrix) arg.forEach((value) => visit(value, true));
    else if (arg instanceof AreaList) for (const area of arg.areas) area.forEach((value) => visit(value, true));
    else if (arg instanceof Lambda) visit(ERRORS.value, false);
    else visit(arg, false);
  }
}
