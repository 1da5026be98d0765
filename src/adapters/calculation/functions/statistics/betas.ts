import type { CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { incompleteBeta } from '../../numerics/incompleteBeta';
import { solveIncreasing } from '../../numerics/solveIncreasing';
import { binomialTerm } from '../../numerics/terms';
import { ERRORS } from '../../values/errors';
import { number, optional, scalarFunction, truth, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { isShare } from './discrete';
import { isFreedom } from './gammas';

/** Where Excel's own digits give out. */
const CLOSE = 1e-13;

/** Shares and ratios of variances: beta and F distributions. */
export const betas: readonly FunctionDefinition[] = [
  scalarFunction('BETADIST', [number, number, number, optional(number, 0), optional(number, 1)], (x, a, b, low, high) =>
    beta(x, a, b, true, low, high),
  ),
  scalarFunction('BETA.DIST', [number, number, number, truth, optional(number, 0), optional(number, 1)], beta),
  ...['BETAINV', 'BETA.INV'].map((name) =>
    scalarFunction(name, [number, number, number, optional(number, 0), optional(number, 1)], (share, a, b, low, high) => {
      if (!(share > 0 && share < 1) || a <= 0 || b <= 0 || low === high) return ERRORS.number;
      if (1 - share < CLOSE) throw new Unknowable('doubt', `BETA.INV of ${share}`);
      return low + (high - low) * betaInverse(share, a, b);
    }),
  ),
  scalarFunction('F.DIST', [number, whole, whole, truth], (x, first, second, cumulative) => {
    if (x < 0 || !isFreedom(first) || !isFreedom(second)) return ERRORS.number;
    const { share, rest, total } = split(x, first, second);
    if (cumulative) return incompleteBeta(share, rest, first / 2, second / 2).lower;
    const result = density(share, rest, first / 2, second / 2);
    return typeof result === 'number' ? ((result * first) / total) * (second / total) : result;
  }),
  ...['FDIST', 'F.DIST.RT'].map((name) =>
    scalarFunction(name, [number, whole, whole], (x, first, second) => {
      if (x < 0 || !isFreedom(first) || !isFreedom(second)) return ERRORS.number;
      const { share, rest } = split(x, first, second);
      return incompleteBeta(share, rest, first / 2, second / 2).upper;
    }),
  ),
  scalarFunction('F.INV', [number, whole, whole], (share, first, second) => {
    if (!isShare(share) || share === 1 || !isFreedom(first) || !isFreedom(second)) return ERRORS.number;
    return share <= 0.5 ? ratioWith(share, first, second) : 1 / ratioWith(1 - share, second, first);
  }),
  ...['FINV', 'F.INV.RT'].map((name) =>
    scalarFunction(name, [number, whole, whole], (share, first, second) => {
      if (!isShare(share) || share === 0 || !isFreedom(first) || !isFreedom(second)) return ERRORS.number;
      return share >= 0.5 ? ratioWith(1 - share, first, second) : 1 / ratioWith(share, second, first);
    }),
  ),
];

function beta(x: number, a: number, b: number, cumulative: boolean, low: number, high: number): number | CellError {
  if (a <= 0 || b <= 0 || x < low || x > high || low === high) return ERRORS.number;
  const [share, rest] = [(x - low) / (high - low), (high - x) / (high - low)];
  if (cumulative) return incompleteBeta(share, rest, a, b).lower;
  const result = density(share, rest, a, b);
  return typeof result === 'number' ? result / (high - low) : result;
}

function density(share: number, rest: number, a: number, b: number): number | CellError {
  if (share > 0 && rest > 0) return (((binomialTerm(a, a + b, share, rest) / share / rest) * a) / (a + b)) * b;
  const [edge, other] = share > 0 ? [b, a] : [a, b];
  return edge === 1 ? other : edge > 1 ? 0 : ERRORS.number;
}

function betaInverse(share: number, a: number, b: number): number {
  const isLow = incompleteBeta(0.5, 0.5, a, b).lower >= share;
  if (isLow) return solveIncreasing((x) => incompleteBeta(x, 1 - x, a, b).lower - share, 1);
  return 1 - solveIncreasing((y) => share - incompleteBeta(1 - y, y, a, b).lower, 1);
}

/** The share of the first of two sums of squares in both, given their ratio. */
function split(ratio: number, first: number, second: number): { readonly share: number; readonly rest: number; readonly total: number } {
  const total = first * ratio + second;
  return { share: (first * ratio) / total, rest: second / total, total };
}

/** The ratio below which so much of an F distribution lies. */
function ratioWith(share: number, first: number, second: number): number {
  if (share === 0) return 0;
  return solveIncreasing((ratio) => {
    const { share: x, rest } = split(ratio, first, second);
    return incompleteBeta(x, rest, first / 2, second / 2).lower - share;
  });
}
