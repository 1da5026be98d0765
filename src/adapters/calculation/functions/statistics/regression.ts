import type { CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { toBoolean } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { soleValue } from '../../values/lift';
import { Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { knownDataOf, newVariablesOf, type KnownData } from './knownData';
import { leastSquares, type Fit } from './leastSquares';
import { gridOf } from './pairsOf';

/** Lines and exponential curves through known data: LINEST, LOGEST, TREND and GROWTH. */
export const regression: readonly FunctionDefinition[] = [
  rangeFunction('LINEST', [1, 4], (args) => estimate(args, false)),
  rangeFunction('LOGEST', [1, 4], (args) => estimate(args, true)),
  rangeFunction('TREND', [1, 4], (args) => extend(args, false)),
  rangeFunction('GROWTH', [1, 4], (args) => extend(args, true)),
];

const PERFECT = 1e-26;

type Arguments = readonly (Value | undefined)[];

function estimate([ys, xs, intercept, statistics]: Arguments, isExponential: boolean): Value {
  const [hasIntercept, hasStatistics] = [flagOf(intercept, true), flagOf(statistics, false)];
  if (typeof hasIntercept === 'object') return hasIntercept;
  if (typeof hasStatistics === 'object') return hasStatistics;
  const known = readKnown(ys, xs, isExponential);
  if ('error' in known) return known;
  const fit = leastSquares(known.ys, known.variables, hasIntercept);
  const coefficients = [...[...fit.slopes].reverse(), fit.intercept];
  const first = isExponential ? coefficients.map(Math.exp) : coefficients;
  return hasStatistics ? withStatistics(first, fit, hasIntercept) : new Matrix(1, first.length, first);
}

/** The five rows that LINEST gives on demand. */
function withStatistics(coefficients: readonly number[], fit: Fit, hasIntercept: boolean): Matrix {
  const width = coefficients.length;
  const { degreesOfFreedom: free, explained, residual } = fit;
  // Of a fit that leaves nothing, the F statistic is what the rounding left.
  if (free > 0 && residual < PERFECT * (explained + residual)) throw new Unknowable('doubt', 'the statistics of a perfect fit');
  const variance = free > 0 ? residual / free : 0;
  const deviation = Math.sqrt(variance);
  const fill = (values: readonly Scalar[]): Scalar[] =>
    Array.from({ length: width }, (_, k) => (k < values.length ? values[k]! : ERRORS.notAvailable));
  const total = explained + residual;
  const ratio = variance === 0 ? ERRORS.number : explained / fit.slopes.length / variance;
  return new Matrix(5, width, [
    ...coefficients,
    ...[...fit.slopeErrors].reverse().map((error) => error * deviation),
    hasIntercept ? fit.interceptError * deviation : ERRORS.notAvailable,
    ...fill([total === 0 ? 1 : explained / total, deviation]),
    ...fill([ratio, Math.max(0, free)]),
    ...fill([explained, residual]),
  ]);
}

function extend([ys, xs, newXs, intercept]: Arguments, isExponential: boolean): Value {
  const hasIntercept = flagOf(intercept, true);
  if (typeof hasIntercept === 'object') return hasIntercept;
  const known = readKnown(ys, xs, isExponential);
  if ('error' in known) return known;
  const places = newXs === undefined || newXs === null ? null : gridOf(newXs);
  if (places !== null && 'error' in places) return places;
  const variables = places === null ? known.variables : newVariablesOf(places, known);
  if ('error' in variables) return variables;
  const fit = leastSquares(known.ys, known.variables, hasIntercept);
  const results = (variables[0] ?? []).map((_, k) => {
    const value = fit.slopes.reduce((total, slope, j) => total + slope * variables[j]![k]!, fit.intercept);
    return isExponential ? Math.exp(value) : value;
  });
  if (known.layout === 'columns') return new Matrix(results.length, 1, results);
  if (known.layout === 'rows') return new Matrix(1, results.length, results);
  return new Matrix((places ?? known).rows, (places ?? known).columns, results);
}

function readKnown(ys: Value | undefined, xs: Value | undefined, isExponential: boolean): KnownData | CellError {
  const known = knownDataOf(ys, xs);
  if (!isExponential || 'error' in known) return known;
  return known.ys.every((y) => y > 0) ? { ...known, ys: known.ys.map(Math.log) } : ERRORS.number;
}

function flagOf(value: Value | undefined, otherwise: boolean): boolean | CellError {
  if (value === undefined || value === null) return otherwise;
  const sole = soleValue(value);
  return sole === undefined ? ERRORS.value : toBoolean(sole);
}
