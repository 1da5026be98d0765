import { isCellError } from '../../../core/workbook/CellValue';
import { compareScalars } from '../values/compareScalars';
import { toNumber, toText } from '../values/coerce';
import { ERRORS } from '../values/errors';
import { limited } from '../functions/text/limited';
import { lift } from '../values/lift';
import type { Scalar } from '../values/Scalar';
import type { Value } from '../values/Value';

type Binary = (a: Scalar, b: Scalar) => Scalar;

/** What Excel takes for nothing after an addition: the last bits of the larger operand. */
const NOTHING = 2e-15;

const BINARY: Readonly<Record<string, Binary>> = {
  '+': arithmetic((a, b) => tidySum(a, a + b)),
  '-': arithmetic((a, b) => tidySum(a, a - b)),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => (b === 0 ? ERRORS.divide : a / b)),
  '^': arithmetic(power),
  '&': joinTexts,
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
};

/** Calculates one of Excel's operators on two values, arrays included; null when it is no such operator. */
export function binaryOperator(operator: string): ((a: Value, b: Value) => Value) | null {
  const evaluate = BINARY[operator];
  if (evaluate === undefined) return null;
  return (a, b) =>
    isScalar(a) && isScalar(b) ? evaluate(a, b) : lift([a, b], (scalars) => evaluate(scalars[0] as Scalar, scalars[1] as Scalar));
}

/** Calculates `-`, `+` or `%` of a value, arrays included; null when it is no such operator. */
export function unaryOperator(operator: string): ((a: Value) => Value) | null {
  if (operator === '+') return (value) => value;
  const evaluate = operator === '-' ? negate : operator === '%' ? percent : null;
  if (evaluate === null) return null;
  return (a) => (isScalar(a) ? evaluate(a) : lift([a], (scalars) => evaluate(scalars[0] as Scalar)));
}

/** `a` raised to `b` as Excel does it. */
function power(a: number, b: number): Scalar {
  if (a === 0 && b === 0) return ERRORS.number;
  if (a === 0 && b < 0) return ERRORS.divide;
  const result = Math.pow(a, b);
  return Number.isNaN(result) ? ERRORS.number : result;
}

function isScalar(value: Value): value is Scalar {
  return value === null || typeof value !== 'object' || 'error' in value;
}

function arithmetic(evaluate: (a: number, b: number) => Scalar): Binary {
  return (a, b) => {
    const left = toNumber(a);
    if (typeof left !== 'number') return left;
    const right = toNumber(b);
    if (typeof right !== 'number') return right;
    const result = evaluate(left, right);
    return typeof result === 'number' && !Number.isFinite(result) ? ERRORS.number : result;
  };
}

function tidySum(a: number, sum: number): number {
  return sum !== 0 && Math.abs(sum) < Math.abs(a) * NOTHING ? 0 : sum;
}

function joinTexts(a: Scalar, b: Scalar): Scalar {
  const left = toText(a);
  if (typeof left !== 'string') return left;
  const right = toText(b);
  return typeof right === 'string' ? limited(left + right) : right;
}

function comparison(holds: (order: number) => boolean): Binary {
  return (a, b) => (isCellError(a) ? a : isCellError(b) ? b : holds(compareScalars(a, b)));
}

function negate(a: Scalar): Scalar {
  const value = toNumber(a);
  return typeof value === 'number' ? -value : value;
}

function percent(a: Scalar): Scalar {
  const value = toNumber(a);
  return typeof value === 'number' ? value / 100 : value;
}
