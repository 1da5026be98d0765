import type { CellError } from '../../../../core/workbook/CellValue';
import { stirlingError } from '../../numerics/gamma';
import { incompleteBeta } from '../../numerics/incompleteBeta';
import { solveIncreasing } from '../../numerics/solveIncreasing';
import { deviance } from '../../numerics/terms';
import { ERRORS } from '../../values/errors';
import { number, scalarFunction, truth, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { isFreedom } from './gammas';

/** Student's t distribution and the confidence interval made of it. */
export const students: readonly FunctionDefinition[] = [
  scalarFunction('T.DIST', [number, whole, truth], (t, freedom, cumulative) => {
    if (!isFreedom(freedom)) return ERRORS.number;
    if (!cumulative) return density(t, freedom);
    return t > 0 ? 1 - studentBeyond(t, freedom) : studentBeyond(t, freedom);
  }),
  scalarFunction('T.DIST.RT', [number, whole], (t, freedom) => {
    if (!isFreedom(freedom)) return ERRORS.number;
    return t < 0 ? 1 - studentBeyond(t, freedom) : studentBeyond(t, freedom);
  }),
  scalarFunction('T.DIST.2T', [number, whole], (t, freedom) => tails(t, freedom, 2)),
  scalarFunction('TDIST', [number, whole, whole], tails),
  scalarFunction('T.INV', [number, whole], (share, freedom) => {
    if (!(share > 0 && share < 1) || !isFreedom(freedom)) return ERRORS.number;
    return share < 0.5 ? -inverse(share, freedom) : inverse(1 - share, freedom);
  }),
  ...['TINV', 'T.INV.2T'].map((name) =>
    scalarFunction(name, [number, whole], (share, freedom) =>
      share > 0 && share <= 1 && isFreedom(freedom) ? inverse(share / 2, freedom) : ERRORS.number,
    ),
  ),
  scalarFunction('CONFIDENCE.T', [number, number, whole], (alpha, deviation, count) => {
    if (!(alpha > 0 && alpha < 1) || deviation <= 0 || count < 1) return ERRORS.number;
    return count === 1 ? ERRORS.divide : (inverse(alpha / 2, count - 1) * deviation) / Math.sqrt(count);
  }),
];

/** What of the distribution lies beyond t on its own side of 0. */
export function studentBeyond(t: number, freedom: number): number {
  const square = t * t;
  return incompleteBeta(freedom / (freedom + square), square / (freedom + square), freedom / 2, 0.5).lower / 2;
}

function tails(t: number, freedom: number, count: number): number | CellError {
  if (t < 0 || !isFreedom(freedom) || (count !== 1 && count !== 2)) return ERRORS.number;
  return count * studentBeyond(t, freedom);
}

/** The place beyond which so much lies, at most a half. */
function inverse(beyond: number, freedom: number): number {
  return beyond >= 0.5 ? 0 : solveIncreasing((t) => beyond - studentBeyond(t, freedom));
}

/** After Loader 2000, "Fast and Accurate Computation of Binomial Probabilities". */
function density(t: number, freedom: number): number {
  const square = t * t;
  const factor = stirlingError((freedom + 1) / 2) - stirlingError(freedom / 2) - deviance(freedom / 2, (freedom + 1) / 2);
  const isFar = square > 0.2 * freedom;
  const fall = isFar ? (Math.log1p(square / freedom) * freedom) / 2 : -deviance(freedom / 2, (freedom + square) / 2) + square / 2;
  return Math.exp(factor - fall) / Math.sqrt(2 * Math.PI * (1 + square / freedom));
}
