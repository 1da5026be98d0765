import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { toNumber } from '../../values/coerce';
import { Area } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { number, plainNumber, rangeFunction, scalarFunction, toolPakFunction, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitValues } from '../numbersOf';

/** The largest number whose factorial Excel can hold. */
const LARGEST = 170;
/** Whole numbers up to here are exact. */
const EXACT = 2 ** 53;

/** FACT, FACTDOUBLE, COMBIN, COMBINA, MULTINOMIAL, GCD and LCM. */
export const combinatorics: readonly FunctionDefinition[] = [
  scalarFunction('FACT', [number], (value) => (value < 0 || Math.trunc(value) > LARGEST ? ERRORS.number : product(1, Math.trunc(value)))),
  toolPakFunction('FACTDOUBLE', [plainNumber], (value) => {
    const from = Math.trunc(value);
    if (from < -1 || from > 300) return ERRORS.number;
    let result = 1;
    for (let factor = from; factor > 1; factor -= 2) result *= factor;
    return result;
  }),
  scalarFunction('COMBIN', [whole, whole], choose),
  scalarFunction('COMBINA', [whole, whole], (from, count) => {
    if (from < 0 || count < 0) return ERRORS.number;
    if (from === 0) return count === 0 ? 1 : ERRORS.number;
    return choose(from + count - 1, count);
  }),
  { ...rangeFunction('MULTINOMIAL', [1, 255], (args) => ofWholes(args, (values) => finite(multinomial(values)))), refusesEmpty: true },
  { ...rangeFunction('GCD', [1, 255], (args) => ofWholes(args, (values) => values.reduce(divisor, 0))), refusesEmpty: true },
  { ...rangeFunction('LCM', [1, 255], (args) => ofWholes(args, (values) => exact(values.reduce(multiple, 1)))), refusesEmpty: true },
];

/** All whole numbers from one to another multiplied. */
function product(from: number, to: number): number {
  let result = 1;
  for (let factor = Math.max(1, from); factor <= to; factor++) result *= factor;
  return result;
}

/** In how many ways `count` of `from` things can be chosen. */
function choose(from: number, count: number): number | CellError {
  if (from < 0 || count < 0 || count > from) return ERRORS.number;
  const steps = Math.min(count, from - count);
  let result = 1;
  for (let k = 1; k <= steps && Number.isFinite(result); k++) result = (result / k) * (from - steps + k);
  return result < EXACT ? Math.round(result) : result;
}

function multinomial(values: readonly number[]): number {
  // The largest first: its own part is 1, and after it every step at least doubles what there is.
  const [largest = 0, ...others] = [...values].sort((a, b) => b - a);
  let [sum, result] = [largest, 1];
  for (const value of others) {
    // The factorials of a sum over those of its parts are ways to choose, one after another.
    for (let k = 1; k <= value && Number.isFinite(result); k++) result = (result * ++sum) / k;
  }
  return result < EXACT ? Math.round(result) : result;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function multiple(a: number, b: number): number {
  if (a === Infinity) return a;
  return a === 0 || b === 0 ? 0 : (a / divisor(a, b)) * b;
}

function exact(value: number): number | CellError {
  return value < EXACT ? value : ERRORS.number;
}

function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value : ERRORS.number;
}

/** What is made of the whole numbers that arguments are; texts in cells that are none are an error too. */
function ofWholes(args: readonly (Value | undefined)[], make: (values: readonly number[]) => number | CellError): Value {
  const values: number[] = [];
  let error: CellError | null = null;
  const take = (value: Scalar): void => {
    if (error !== null || value === null) return;
    const read = typeof value === 'boolean' ? ERRORS.value : toNumber(value);
    if (isCellError(read)) error = read;
    else if (read < 0 || Math.trunc(read) >= EXACT) error = ERRORS.number;
    else values.push(Math.trunc(read));
  };
  for (const arg of args) {
    let filled = 0;
    visitValues([arg], (value) => {
      take(value);
      filled++;
    });
    // Blank cells count as 0 where there are several of them, not where the argument is one.
    if (arg instanceof Area && arg.rows * arg.columns > Math.max(1, filled)) take(0);
  }
  if (error !== null) return error;
  return values.length === 0 ? ERRORS.value : make(values);
}
