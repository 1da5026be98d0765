import { ERRORS } from './errors';
import { checkSize, Matrix } from './Matrix';
import { Area, AreaList } from './Area';
import type { Scalar } from './Scalar';
import { Lambda, type Grid, type Value } from './Value';

/** One value of an argument that is one value, if only as a range of one cell; undefined when it is several. */
export function soleValue(value: Value): Scalar | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Area) return value.rows === 1 && value.columns === 1 ? value.at(0, 0) : undefined;
  if (value instanceof Matrix) return value.rows === 1 && value.columns === 1 ? value.at(0, 0) : undefined;
  if (value instanceof AreaList) return value.areas.length === 1 ? soleValue(value.areas[0]!) : ERRORS.value;
  return value instanceof Lambda ? ERRORS.value : value;
}

/**
 * What a function of single values gives for arguments that may be arrays: with arrays among them an array as large as the
 * largest, in which one row or column is taken again and again, and `#N/A` stands where a smaller array has nothing.
 */
export function lift(args: readonly (Value | undefined)[], evaluate: (scalars: readonly (Scalar | undefined)[]) => Value): Value {
  const scalars: (Scalar | undefined)[] = [];
  const grids: (Grid | null)[] = [];
  let rows = 1;
  let columns = 1;
  let several = false;
  for (const arg of args) {
    const sole = arg === undefined ? undefined : soleValue(arg);
    scalars.push(sole);
    const grid = arg !== undefined && sole === undefined ? (arg as Grid) : null;
    grids.push(grid);
    if (grid === null) continue;
    several = true;
    rows = Math.max(rows, grid.rows);
    columns = Math.max(columns, grid.columns);
  }
  if (!several) return evaluate(scalars);
  checkSize(rows, columns);
  const values: Scalar[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      grids.forEach((grid, k) => {
        if (grid === null) return;
        const [r, c] = [grid.rows === 1 ? 0 : row, grid.columns === 1 ? 0 : column];
        scalars[k] = r < grid.rows && c < grid.columns ? grid.at(r, c) : ERRORS.notAvailable;
      });
      values.push(firstOf(evaluate(scalars)));
    }
  }
  return new Matrix(rows, columns, values);
}

/** The value itself, or the first of several, as an array of arrays keeps it. */
function firstOf(value: Value): Scalar {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Matrix || value instanceof Area) return value.at(0, 0);
  return value instanceof Lambda || value instanceof AreaList ? ERRORS.calculation : value;
}
