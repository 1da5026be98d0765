import type { CellError } from '../../../../core/workbook/CellValue';
import { incompleteBeta } from '../../numerics/incompleteBeta';
import { incompleteGamma } from '../../numerics/incompleteGamma';
import { binomialTerm, poissonTerm } from '../../numerics/terms';
import { toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { number, optional, scalarFunction, truth, type Parameter } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** A count, which fractions below 0 are not: -0.1 is no 0. */
const count: Parameter<number> = {
  read: (value) => {
    const read = toNumber(value);
    return typeof read === 'number' ? Math.floor(read) : read;
  },
};

/** Distributions of counts: binomial, negative binomial and Poisson. */
export const discrete: readonly FunctionDefinition[] = [
  ...['BINOMDIST', 'BINOM.DIST'].map((name) =>
    scalarFunction(name, [count, count, number, truth], (x, trials, p, cumulative) => {
      if (x < 0 || x > trials || trials > Number.MAX_SAFE_INTEGER || !isShare(p)) return ERRORS.number;
      return cumulative ? binomialUpTo(x, trials, p) : binomialTerm(x, trials, p, 1 - p);
    }),
  ),
  scalarFunction('BINOM.DIST.RANGE', [count, number, count, optional(count, NaN)], (trials, p, from, given) => {
    const to = Number.isNaN(given) ? from : given;
    if (trials < 0 || !isShare(p) || from < 0 || from > trials || to < from || to > trials) return ERRORS.number;
    if (to === from) return binomialTerm(from, trials, p, 1 - p);
    return binomialUpTo(to, trials, p) - (from === 0 ? 0 : binomialUpTo(from - 1, trials, p));
  }),
  ...['CRITBINOM', 'BINOM.INV'].map((name) => scalarFunction(name, [count, number, number], binomialInverse)),
  scalarFunction('NEGBINOMDIST', [count, count, number], (failures, successes, p) => negativeBinomial(failures, successes, p, false)),
  scalarFunction('NEGBINOM.DIST', [count, count, number, truth], negativeBinomial),
  ...['POISSON', 'POISSON.DIST'].map((name) =>
    scalarFunction(name, [count, number, truth], (x, mean, cumulative) => {
      if (x < 0 || mean < 0) return ERRORS.number;
      return cumulative ? incompleteGamma(x + 1, mean).upper : poissonTerm(x, mean);
    }),
  ),
];

/** True for a probability. */
export function isShare(p: number): boolean {
  return p >= 0 && p <= 1;
}

function isInside(p: number): boolean {
  return p > 0 && p < 1;
}

function binomialUpTo(x: number, trials: number, p: number): number {
  return x >= trials ? 1 : incompleteBeta(p, 1 - p, x + 1, trials - x).upper;
}

function binomialInverse(trials: number, p: number, share: number): number | CellError {
  if (trials < 0 || !isInside(p) || !isInside(share)) return ERRORS.number;
  let [low, high] = [0, trials];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialUpTo(middle, trials, p) >= share) high = middle;
    else low = middle + 1;
  }
  return low;
}

function negativeBinomial(failures: number, successes: number, p: number, cumulative: boolean): number | CellError {
  if (failures < 0 || successes < 1 || !isInside(p)) return ERRORS.number;
  if (cumulative) return incompleteBeta(p, 1 - p, successes, failures + 1).lower;
  return (successes / (successes + failures)) * binomialTerm(successes, successes + failures, p, 1 - p);
}
