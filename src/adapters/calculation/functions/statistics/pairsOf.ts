import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Area, AreaList } from '../../values/Area';
import { toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { checkSize, Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import { isGrid, Lambda, type Grid, type Value } from '../../values/Value';

/** Numbers that belong together two by two. */
export interface Pairs {
  readonly ys: readonly number[];
  readonly xs: readonly number[];
}

/**
 * The pairs of numbers at the same places of two ranges or arrays, as CORREL takes them: where one of both is no number, the pair is
 * left out. `#N/A` when they have not equally many places.
 */
export function pairsOf(first: Value | undefined, second: Value | undefined): Pairs | CellError {
  const [a, b] = [gridOf(first), gridOf(second)];
  if ('error' in a) return a;
  if ('error' in b) return b;
  const pairs = { ys: [] as number[], xs: [] as number[] };
  let error: CellError | null = null;
  const isMatching = visitTogether(a, b, (y, x) => {
    if (typeof y === 'number' && typeof x === 'number') {
      pairs.ys.push(y);
      pairs.xs.push(x);
    } else if (isCellError(y)) error ??= y;
    else if (isCellError(x)) error ??= x;
  });
  return isMatching ? (error ?? pairs) : ERRORS.notAvailable;
}

/** Visits what stands at the same places of two grids, whatever their shapes; false when they have not equally many places. */
function visitTogether(a: Grid, b: Grid, visit: (first: Scalar, second: Scalar) => void): boolean {
  if (a.rows * a.columns !== b.rows * b.columns) return false;
  if (a.rows !== b.rows) {
    checkSize(a.rows, a.columns);
    for (let k = 0; k < a.rows * a.columns; k++)
      visit(a.at(Math.floor(k / a.columns), k % a.columns), b.at(Math.floor(k / b.columns), k % b.columns));
    return true;
  }
  const [left, right] = [used(a), used(b)];
  const [rows, columns] = [Math.max(left.rows, right.rows), Math.max(left.columns, right.columns)];
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) visit(a.at(row, column), b.at(row, column));
  return true;
}

/** An argument as a grid, one value as one of a single place. */
export function gridOf(value: Value | undefined): Grid | CellError {
  if (isGrid(value)) return value;
  if (value === undefined || value instanceof AreaList || value instanceof Lambda) return ERRORS.value;
  const read = toNumber(value);
  return typeof read === 'number' ? new Matrix(1, 1, [read]) : read;
}

function used(grid: Grid): Grid {
  return grid instanceof Area ? grid.used : grid;
}
