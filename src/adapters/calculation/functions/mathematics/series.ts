import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { soleValue } from '../../values/lift';
import type { Value } from '../../values/Value';
import { numberOf, firstError } from '../arrays/arguments';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError } from '../lookup/vectors';
import { numbersOf } from '../numbersOf';

/** SERIESSUM, SUMX2MY2, SUMX2PY2 and SUMXMY2. */
export const series: readonly FunctionDefinition[] = [
  {
    ...rangeFunction('SERIESSUM', [4, 4], ([base, first, step, factors]) => {
      const numbers = [base, first, step].map(plain);
      const error = firstError(...numbers);
      if (error !== null) return error;
      const [x, n, m] = numbers as [number, number, number];
      const values = numbersOf([factors]);
      if (!Array.isArray(values)) return values;
      if (x === 0 && n === 0) return ERRORS.number;
      let total = 0;
      for (const [k, value] of values.entries()) total += value * Math.pow(x, n + k * m);
      return total;
    }),
    refusesEmpty: true,
  },
  ofPairs('SUMX2MY2', (x, y) => x * x - y * y),
  ofPairs('SUMX2PY2', (x, y) => x * x + y * y),
  ofPairs('SUMXMY2', (x, y) => (x - y) ** 2),
];

/** One number; a truth value is none, in a cell neither. */
function plain(value: Value | undefined): number | CellError {
  const sole = value === undefined ? null : soleValue(value);
  return typeof sole === 'boolean' ? ERRORS.value : numberOf(sole, 0);
}

/** A sum over two ranges of one shape, only where both have numbers. */
function ofPairs(name: string, term: (x: number, y: number) => number): FunctionDefinition {
  return rangeFunction(name, [2, 2], ([first, second]): Value => {
    const [a, b] = [gridOf(first), gridOf(second)];
    if (!isGridOrError(a)) return a;
    if (!isGridOrError(b)) return b;
    if (a.rows * a.columns !== b.rows * b.columns) return ERRORS.notAvailable;
    let total = 0;
    let error: CellError | null = null;
    for (let k = 0; k < a.rows * a.columns && error === null; k++) {
      const x = a.at(Math.floor(k / a.columns), k % a.columns);
      const y = b.at(Math.floor(k / b.columns), k % b.columns);
      if (isCellError(x)) error = x;
      else if (isCellError(y)) error = y;
      else if (typeof x === 'number' && typeof y === 'number') total += term(x, y);
    }
    return error ?? total;
  });
}
