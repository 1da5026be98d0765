import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { number, rangeFunction, scalarFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { levelOf } from './ofNumbers';
import { pairsOf, type Pairs } from './pairsOf';

/** How two rows of numbers go together: CORREL, covariances, and the straight line through them. */
export const correlation: readonly FunctionDefinition[] = [
  ...['CORREL', 'PEARSON'].map((name) => ofPairs(name, correlate)),
  ofPairs('RSQ', (pairs) => {
    const result = correlate(pairs);
    return typeof result === 'number' ? result * result : result;
  }),
  ...['COVAR', 'COVARIANCE.P'].map((name) => ofPairs(name, ({ xy, count }) => (count < 1 ? ERRORS.divide : xy / count))),
  ofPairs('COVARIANCE.S', ({ xy, count }) => (count < 2 ? ERRORS.divide : xy / (count - 1))),
  ofPairs('SLOPE', slope),
  ofPairs('INTERCEPT', (pairs) => lineAt(pairs, 0)),
  ofPairs('STEYX', ({ xx, yy, xy, count }) =>
    count < 3 || xx === 0 ? ERRORS.divide : Math.sqrt(Math.max(0, yy - (xy * xy) / xx) / (count - 2)),
  ),
  ...['FORECAST', 'FORECAST.LINEAR'].map((name): FunctionDefinition => ({
    name,
    least: 3,
    most: 3,
    evaluate: ([at = null, ys, xs], cell) => {
      const pairs = pairsOf(ys, xs);
      if ('error' in pairs) return pairs;
      const moments = momentsOf(pairs);
      return scalarFunction(name, [number], (x) => lineAt(moments, x)).evaluate([at], cell);
    },
  })),
];

/** Sums of squares and products of pairs about their means. */
interface Moments {
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

function momentsOf({ xs, ys }: Pairs): Moments {
  const [x, y] = [levelOf(xs), levelOf(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let k = 0; k < xs.length; k++) {
    const [dx, dy] = [xs[k]! - x, ys[k]! - y];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return { count: xs.length, x, y, xx, yy, xy };
}

function ofPairs(name: string, evaluate: (moments: Moments) => number | CellError): FunctionDefinition {
  return rangeFunction(name, [2, 2], ([first, second]) => {
    const pairs = pairsOf(first, second);
    return 'error' in pairs ? pairs : evaluate(momentsOf(pairs));
  });
}

function correlate({ xx, yy, xy }: Moments): number | CellError {
  return xx === 0 || yy === 0 ? ERRORS.divide : xy / Math.sqrt(xx * yy);
}

function slope({ xx, xy }: Moments): number | CellError {
  return xx === 0 ? ERRORS.divide : xy / xx;
}

function lineAt(moments: Moments, x: number): number | CellError {
  const steep = slope(moments);
  return typeof steep === 'number' ? moments.y + steep * (x - moments.x) : steep;
}
