import type { CellError } from '../../../../core/workbook/CellValue';
import { CalculationLimit } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { Matrix } from '../../values/Matrix';
import type { Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError } from '../lookup/vectors';
import { lift } from '../../values/lift';
import { toNumber } from '../../values/coerce';

/** More multiplications than a formula may take. */
const MOST_STEPS = 1e9;

/** MMULT, MDETERM, MINVERSE and MUNIT. */
export const matrices: readonly FunctionDefinition[] = [
  rangeFunction('MMULT', [2, 2], ([first, second]) => {
    const [a, b] = [numbersIn(first), numbersIn(second)];
    if (!Array.isArray(a)) return a;
    if (!Array.isArray(b)) return b;
    if (a[0]!.length !== b.length) return ERRORS.value;
    limit(a.length * b.length * b[0]!.length);
    const result = Matrix.from(a.length, b[0]!.length, (row, column) =>
      a[row]!.reduce((total, value, k) => total + value * b[k]![column]!, 0),
    );
    // One number too large spoils the whole.
    return result.values.every(Number.isFinite) ? result : ERRORS.number;
  }),
  rangeFunction('MDETERM', [1, 1], ([of]) => {
    const rows = squareOf(of);
    return Array.isArray(rows) ? eliminate(rows) : rows;
  }),
  rangeFunction('MINVERSE', [1, 1], ([of]) => {
    const rows = squareOf(of);
    if (!Array.isArray(rows)) return rows;
    const size = rows.length;
    for (const [k, row] of rows.entries()) row.push(...Array.from({ length: size }, (_, column) => (column === k ? 1 : 0)));
    return eliminate(rows) === 0 ? ERRORS.number : Matrix.from(size, size, (row, column) => rows[row]![size + column]!);
  }),
  rangeFunction('MUNIT', [1, 1], ([size]) =>
    lift([size], ([one = null]) => {
      const number = toNumber(one);
      if (typeof number !== 'number') return number;
      const length = Math.trunc(number);
      return length < 1 ? ERRORS.value : Matrix.from(length, length, (row, column) => (row === column ? 1 : 0));
    }),
  ),
];

function numbersIn(value: Value | undefined): number[][] | CellError {
  const grid = gridOf(value);
  if (!isGridOrError(grid)) return grid;
  const rows: number[][] = [];
  for (let row = 0; row < grid.rows; row++) {
    const numbers: number[] = [];
    for (let column = 0; column < grid.columns; column++) {
      const number = grid.at(row, column);
      if (typeof number !== 'number') return typeof number === 'object' && number !== null ? number : ERRORS.value;
      numbers.push(number);
    }
    rows.push(numbers);
  }
  return rows;
}

function squareOf(value: Value | undefined): number[][] | CellError {
  const rows = numbersIn(value);
  if (!Array.isArray(rows)) return rows;
  if (rows.length !== rows[0]!.length) return ERRORS.value;
  limit(rows.length ** 3);
  return rows;
}

function limit(steps: number): void {
  if (steps > MOST_STEPS) throw new CalculationLimit('so large a matrix');
}

/** Makes the left part of rows a unit matrix (Gauss and Jordan, the largest pivot first) and gives its determinant; 0 when it has none. */
function eliminate(rows: number[][]): number {
  const size = rows.length;
  let determinant = 1;
  for (let k = 0; k < size; k++) {
    let best = k;
    for (let row = k + 1; row < size; row++) if (Math.abs(rows[row]![k]!) > Math.abs(rows[best]![k]!)) best = row;
    const pivot = rows[best]![k]!;
    if (pivot === 0) return 0;
    if (best !== k) {
      [rows[k], rows[best]] = [rows[best]!, rows[k]!];
      determinant = -determinant;
    }
    determinant *= pivot;
    const pivotRow = rows[k]!;
    for (let column = k; column < pivotRow.length; column++) pivotRow[column]! /= pivot;
    for (let row = 0; row < size; row++) {
      const factor = rows[row]![k]!;
      if (row === k || factor === 0) continue;
      for (let column = k; column < pivotRow.length; column++) rows[row]![column]! -= factor * pivotRow[column]!;
    }
  }
  return determinant;
}
