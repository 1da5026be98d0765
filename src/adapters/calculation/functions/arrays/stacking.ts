import { ERRORS } from '../../values/errors';
import { checkSize, Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import type { Grid, Value } from '../../values/Value';
import { numberOf, wholeOf, firstError, arrayOf } from './arguments';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError } from '../lookup/vectors';

/** HSTACK, VSTACK and SEQUENCE. */
export const stacking: readonly FunctionDefinition[] = [
  rangeFunction('VSTACK', [1, 254], (args) => {
    const grids = args.map(stackable);
    const rows = grids.reduce((total, grid) => total + grid.rows, 0);
    const columns = Math.max(...grids.map((grid) => grid.columns));
    checkSize(rows, columns);
    const values: Scalar[] = [];
    for (const grid of grids)
      for (let row = 0; row < grid.rows; row++)
        for (let column = 0; column < columns; column++) values.push(column < grid.columns ? grid.at(row, column) : ERRORS.notAvailable);
    return new Matrix(rows, columns, values);
  }),
  rangeFunction('HSTACK', [1, 254], (args) => {
    const grids = args.map(stackable);
    const rows = Math.max(...grids.map((grid) => grid.rows));
    const columns = grids.reduce((total, grid) => total + grid.columns, 0);
    checkSize(rows, columns);
    const values: Scalar[] = [];
    for (let row = 0; row < rows; row++)
      for (const grid of grids)
        for (let column = 0; column < grid.columns; column++) values.push(row < grid.rows ? grid.at(row, column) : ERRORS.notAvailable);
    return new Matrix(rows, columns, values);
  }),
  rangeFunction('SEQUENCE', [1, 4], ([rows, columns, start, step]) => {
    const numbers = [wholeOf(rows, 1), wholeOf(columns, 1), numberOf(start, 1), numberOf(step, 1)];
    const error = firstError(...numbers);
    if (error !== null) return error;
    const [tall, wide, first, by] = numbers as [number, number, number, number];
    if (tall < 0 || wide < 0) return ERRORS.value;
    return arrayOf(tall, wide, (row, column) => first + (row * wide + column) * by);
  }),
];

/** An argument as rows and columns; an error is one cell that holds it. */
function stackable(value: Value | undefined): Grid {
  const grid = gridOf(value);
  return isGridOrError(grid) ? grid : new Matrix(1, 1, [grid]);
}
