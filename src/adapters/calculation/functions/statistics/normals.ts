import type { CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { erf } from '../../numerics/errorFunction';
import { normalBelow, normalDensity, normalInverse } from '../../numerics/normal';
import { ERRORS } from '../../values/errors';
import { number, scalarFunction, truth } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** Normal and lognormal distributions, PHI, GAUSS, STANDARDIZE, FISHER and FISHERINV. */
export const normals: readonly FunctionDefinition[] = [
  ...['NORMDIST', 'NORM.DIST'].map((name) =>
    scalarFunction(name, [number, number, number, truth], (x, mean, deviation, cumulative) => {
      if (deviation <= 0) return ERRORS.number;
      const z = (x - mean) / deviation;
      return cumulative ? normalBelow(z) : normalDensity(z) / deviation;
    }),
  ),
  ...['NORMINV', 'NORM.INV'].map((name) => scalarFunction(name, [number, number, number], inverse)),
  scalarFunction('NORMSDIST', [number], normalBelow),
  scalarFunction('NORM.S.DIST', [number, truth], (z, cumulative) => (cumulative ? normalBelow(z) : normalDensity(z))),
  ...['NORMSINV', 'NORM.S.INV'].map((name) => scalarFunction(name, [number], (share) => inverse(share, 0, 1))),
  scalarFunction('LOGNORMDIST', [number, number, number], (x, mean, deviation) => logNormal(x, mean, deviation, true)),
  scalarFunction('LOGNORM.DIST', [number, number, number, truth], logNormal),
  ...['LOGINV', 'LOGNORM.INV'].map((name) =>
    scalarFunction(name, [number, number, number], (share, mean, deviation) => {
      const result = inverse(share, mean, deviation);
      // Excel's own digits give out where the last one of the share decides.
      if (deviation > 1e6 && typeof result === 'number') throw new Unknowable('doubt', `${name} of ${share}`);
      return typeof result === 'number' ? Math.exp(result) : result;
    }),
  ),
  ...['CONFIDENCE', 'CONFIDENCE.NORM'].map((name) =>
    scalarFunction(name, [number, number, number], (alpha, deviation, count) => {
      if (alpha <= 0 || alpha >= 1 || deviation <= 0 || count < 1) return ERRORS.number;
      return (-normalInverse(alpha / 2) * deviation) / Math.sqrt(Math.trunc(count));
    }),
  ),
  scalarFunction('PHI', [number], normalDensity),
  scalarFunction('GAUSS', [number], (z) => erf(z / Math.SQRT2) / 2),
  scalarFunction('STANDARDIZE', [number, number, number], (x, mean, deviation) =>
    deviation <= 0 ? ERRORS.number : (x - mean) / deviation,
  ),
  scalarFunction('FISHER', [number], (x) => (Math.abs(x) >= 1 ? ERRORS.number : Math.atanh(x))),
  scalarFunction('FISHERINV', [number], Math.tanh),
];

function inverse(share: number, mean: number, deviation: number): number | CellError {
  if (!(share > 0 && share < 1) || deviation <= 0) return ERRORS.number;
  return mean + deviation * normalInverse(share);
}

function logNormal(x: number, mean: number, deviation: number, cumulative: boolean): number | CellError {
  if (x <= 0 || deviation <= 0) return ERRORS.number;
  const z = (Math.log(x) - mean) / deviation;
  return cumulative ? normalBelow(z) : normalDensity(z) / (x * deviation);
}
