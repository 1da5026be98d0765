import type { CellError } from '../../../../core/workbook/CellValue';
import { gamma, logGamma } from '../../numerics/gamma';
import { incompleteGamma } from '../../numerics/incompleteGamma';
import { solveIncreasing } from '../../numerics/solveIncreasing';
import { poissonTerm } from '../../numerics/terms';
import { ERRORS } from '../../values/errors';
import { number, scalarFunction, truth, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { isShare } from './discrete';

/** Waiting times and sums of squares: gamma, chi-squared, exponential and Weibull distributions, GAMMA and GAMMALN. */
export const gammas: readonly FunctionDefinition[] = [
  scalarFunction('GAMMA', [number], (x) => (x <= 0 && Number.isInteger(x) ? ERRORS.number : gamma(x))),
  ...['GAMMALN', 'GAMMALN.PRECISE'].map((name) => scalarFunction(name, [number], (x) => (x <= 0 ? ERRORS.number : logGamma(x)))),
  ...['GAMMADIST', 'GAMMA.DIST'].map((name) =>
    scalarFunction(name, [number, number, number, truth], (x, shape, scale, cumulative) => {
      if (x < 0 || shape <= 0 || scale <= 0) return ERRORS.number;
      return cumulative ? incompleteGamma(shape, x / scale).lower : density(x / scale, shape, scale);
    }),
  ),
  ...['GAMMAINV', 'GAMMA.INV'].map((name) =>
    scalarFunction(name, [number, number, number], (share, shape, scale) =>
      shape <= 0 || scale <= 0 ? ERRORS.number : scaled(lowerInverse(share, shape), scale),
    ),
  ),
  scalarFunction('CHISQ.DIST', [number, whole, truth], (x, freedom, cumulative) => {
    if (x < 0 || !isFreedom(freedom)) return ERRORS.number;
    return cumulative ? incompleteGamma(freedom / 2, x / 2).lower : density(x / 2, freedom / 2, 2);
  }),
  ...['CHIDIST', 'CHISQ.DIST.RT'].map((name) =>
    scalarFunction(name, [number, whole], (x, freedom) =>
      x < 0 || !isFreedom(freedom) ? ERRORS.number : incompleteGamma(freedom / 2, x / 2).upper,
    ),
  ),
  scalarFunction('CHISQ.INV', [number, whole], (share, freedom) =>
    isFreedom(freedom) ? scaled(lowerInverse(share, freedom / 2), 2) : ERRORS.number,
  ),
  ...['CHIINV', 'CHISQ.INV.RT'].map((name) =>
    scalarFunction(name, [number, whole], (share, freedom) =>
      isFreedom(freedom) ? scaled(upperInverse(share, freedom / 2), 2) : ERRORS.number,
    ),
  ),
  ...['EXPONDIST', 'EXPON.DIST'].map((name) =>
    scalarFunction(name, [number, number, truth], (x, rate, cumulative) => {
      if (x < 0 || rate <= 0) return ERRORS.number;
      return cumulative ? -Math.expm1(-rate * x) : rate * Math.exp(-rate * x);
    }),
  ),
  ...['WEIBULL', 'WEIBULL.DIST'].map((name) =>
    scalarFunction(name, [number, number, number, truth], (x, shape, scale, cumulative) => {
      if (x < 0 || shape <= 0 || scale <= 0) return ERRORS.number;
      const power = Math.pow(x / scale, shape);
      return cumulative ? -Math.expm1(-power) : (shape / scale) * Math.pow(x / scale, shape - 1) * Math.exp(-power);
    }),
  ),
];

/** True for a number of degrees of freedom that Excel takes. */
export function isFreedom(freedom: number): boolean {
  return freedom >= 1 && freedom <= 1e10;
}

function density(x: number, shape: number, scale: number): number | CellError {
  if (x > 0) return (poissonTerm(shape, x) * shape) / x / scale;
  return shape === 1 ? 1 / scale : shape > 1 ? 0 : ERRORS.number;
}

function scaled(value: number | CellError, scale: number): number | CellError {
  return typeof value === 'number' ? value * scale : value;
}

function lowerInverse(share: number, shape: number): number | CellError {
  if (!isShare(share) || share === 1) return ERRORS.number;
  if (share === 0) return 0;
  return share <= 0.5 ? solveIncreasing((x) => incompleteGamma(shape, x).lower - share) : upperInverse(1 - share, shape);
}

function upperInverse(share: number, shape: number): number | CellError {
  if (!isShare(share) || share === 0) return ERRORS.number;
  if (share === 1) return 0;
  return share < 0.5 ? solveIncreasing((x) => share - incompleteGamma(shape, x).upper) : lowerInverse(1 - share, shape);
}
