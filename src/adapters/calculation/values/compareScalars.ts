import { isCellError } from '../../../core/workbook/CellValue';
import { toFifteenDigits } from './generalText';
import type { Scalar } from './Scalar';

/** Where a kind of value stands among the others: numbers before texts before truth values before errors. */
function kindOrder(value: Scalar): 0 | 1 | 2 | 3 {
  if (typeof value === 'string') return 1;
  if (typeof value === 'boolean') return 2;
  return isCellError(value) ? 3 : 0;
}

/** Negative, 0 or positive as Excel orders two values with `<` and `=`: texts in any case, blank as the other's own nothing. */
export function compareScalars(a: Scalar, b: Scalar): number {
  const [left, right] = [a ?? nothingLike(b), b ?? nothingLike(a)];
  const order = kindOrder(left) - kindOrder(right);
  if (order !== 0) return order;
  if (typeof left === 'string') return compareTexts(left, right as string);
  if (isCellError(left)) return 0;
  return compareNumbers(Number(left), Number(right));
}

/** Two texts in Excel's order, in any case. */
function compareTexts(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  // 0.1+0.2 is 0.3 to Excel.
  if (Math.abs(a - b) <= Math.abs(a) * 1e-14 && toFifteenDigits(a) === toFifteenDigits(b)) return 0;
  return a < b ? -1 : 1;
}

function nothingLike(other: Scalar): Scalar {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}
