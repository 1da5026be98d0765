import type { CellError } from '../../../../core/workbook/CellValue';
import { incompleteBeta } from '../../numerics/incompleteBeta';
import { incompleteGamma } from '../../numerics/incompleteGamma';
import { normalBelow } from '../../numerics/normal';
import { ERRORS } from '../../values/errors';
import type { Value } from '../../values/Value';
import { number, optional, rangeFunction, scalarFunction, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersOf } from '../numbersOf';
import { meanOf, ofNumbersAnd, sumOf } from './ofNumbers';
import { gridOf, pairsOf } from './pairsOf';
import { sample, squares } from './spread';
import { studentBeyond } from './students';

/** Whether samples can be of one kind: Z.TEST, T.TEST, F.TEST and CHISQ.TEST. */
export const tests: readonly FunctionDefinition[] = [
  ...['ZTEST', 'Z.TEST'].map((name) =>
    ofNumbersAnd(name, [number, { ...optional(number, NaN), emptyIsAbsent: true }], (numbers, expected, given) => {
      if (numbers.length === 0) return ERRORS.notAvailable;
      const deviation = Number.isNaN(given) ? Math.sqrt(squares(numbers) / (numbers.length - 1)) : given;
      if (!(deviation > 0)) return given <= 0 ? ERRORS.number : ERRORS.divide;
      return normalBelow(((expected - meanOf(numbers)) * Math.sqrt(numbers.length)) / deviation);
    }),
  ),
  ...['TTEST', 'T.TEST'].map((name): FunctionDefinition => ({
    name,
    least: 4,
    most: 4,
    evaluate: ([first, second, tails = null, type = null], cell) =>
      scalarFunction(name, [whole, whole], (sides, kind) => {
        if ((sides !== 1 && sides !== 2) || ![1, 2, 3].includes(kind)) return ERRORS.number;
        const found = kind === 1 ? paired(first, second) : unpaired(first, second, kind === 2);
        return 'error' in found ? found : sides * studentBeyond(found.t, found.freedom);
      }).evaluate([tails, type], cell),
  })),
  ...['FTEST', 'F.TEST'].map((name) => rangeFunction(name, [2, 2], ([first, second]) => varianceTest(first, second))),
  ...['CHITEST', 'CHISQ.TEST'].map((name) => rangeFunction(name, [2, 2], ([first, second]) => squaresTest(first, second))),
];

interface Student {
  readonly t: number;
  readonly freedom: number;
}

function paired(first: Value | undefined, second: Value | undefined): Student | CellError {
  const pairs = pairsOf(first, second);
  if ('error' in pairs) return pairs;
  const gaps = pairs.ys.map((y, k) => y - pairs.xs[k]!);
  const variance = sample(gaps);
  if (typeof variance !== 'number') return variance;
  return variance === 0 ? ERRORS.divide : { t: meanOf(gaps) / Math.sqrt(variance / gaps.length), freedom: gaps.length - 1 };
}

function unpaired(first: Value | undefined, second: Value | undefined, isEven: boolean): Student | CellError {
  const [a, b] = [numbersOf([first]), numbersOf([second])];
  if (!Array.isArray(a)) return a;
  if (!Array.isArray(b)) return b;
  if (a.length < 2 || b.length < 2) return ERRORS.divide;
  const gap = meanOf(a) - meanOf(b);
  if (isEven) {
    const freedom = a.length + b.length - 2;
    const variance = ((squares(a) + squares(b)) / freedom) * (1 / a.length + 1 / b.length);
    return variance === 0 ? ERRORS.divide : { t: gap / Math.sqrt(variance), freedom };
  }
  const [left, right] = [squares(a) / (a.length - 1) / a.length, squares(b) / (b.length - 1) / b.length];
  if (left + right === 0) return ERRORS.divide;
  const freedom = (left + right) ** 2 / (left ** 2 / (a.length - 1) + right ** 2 / (b.length - 1));
  return { t: gap / Math.sqrt(left + right), freedom };
}

function varianceTest(first: Value | undefined, second: Value | undefined): number | CellError {
  const [a, b] = [numbersOf([first]), numbersOf([second])];
  if (!Array.isArray(a)) return a;
  if (!Array.isArray(b)) return b;
  if (a.length < 2 || b.length < 2) return ERRORS.divide;
  const [left, right] = [squares(a), squares(b)];
  if (left === 0 || right === 0) return ERRORS.divide;
  const [p, q] = [(a.length - 1) / 2, (b.length - 1) / 2];
  const { lower, upper } = incompleteBeta(left / (left + right), right / (left + right), p, q);
  return Math.min(1, 2 * Math.min(lower, upper));
}

function squaresTest(first: Value | undefined, second: Value | undefined): number | CellError {
  const [actual, expected] = [gridOf(first), gridOf(second)];
  if ('error' in actual) return actual;
  if ('error' in expected) return expected;
  const { rows, columns } = actual;
  if (rows !== expected.rows || columns !== expected.columns || rows * columns < 2) return ERRORS.notAvailable;
  const freedom = rows > 1 && columns > 1 ? (rows - 1) * (columns - 1) : rows * columns - 1;
  const pairs = pairsOf(actual, expected);
  if ('error' in pairs) return pairs;
  if (pairs.xs.some((x) => x < 0)) return ERRORS.number;
  if (pairs.xs.includes(0)) return ERRORS.divide;
  const places = pairs.xs.map((_, k) => k);
  const total = sumOf(places, (k) => (pairs.ys[k]! - pairs.xs[k]!) ** 2 / pairs.xs[k]!);
  return incompleteGamma(freedom / 2, total / 2).upper;
}
