import { Area } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import { Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import { Lambda, type Grid, type Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError, partOf } from '../lookup/vectors';
import { arrayOf, cellOf, firstError, lambdaOf, wholeOf } from './arguments';

/** MAP, REDUCE, SCAN, BYROW, BYCOL and MAKEARRAY. */
export const lambdas: readonly FunctionDefinition[] = [
  rangeFunction('MAP', [2, 254], (args) => {
    const lambda = lambdaOf(args[args.length - 1]);
    if (!(lambda instanceof Lambda)) return lambda;
    const grids = args.slice(0, -1).map(gridOf);
    const error = firstError(...grids);
    if (error !== null) return error;
    const arrays = grids as readonly Grid[];
    if (lambda.parameters !== arrays.length) return ERRORS.value;
    const [rows, columns] = [Math.max(...arrays.map((grid) => grid.rows)), Math.max(...arrays.map((grid) => grid.columns))];
    return arrayOf(rows, columns, (row, column) => {
      if (!arrays.every((grid) => row < grid.rows && column < grid.columns)) return ERRORS.notAvailable;
      return cellOf(lambda.call(arrays.map((grid) => cellAt(grid, row, column))));
    });
  }),
  rangeFunction('REDUCE', [2, 3], (args) => {
    const walk = walking(args);
    if (!('grid' in walk)) return walk;
    let accumulated = walk.start;
    for (const [row, column] of placesOf(walk.grid)) accumulated = walk.lambda.call([accumulated, cellAt(walk.grid, row, column)]);
    return accumulated;
  }),
  rangeFunction('SCAN', [2, 3], (args) => {
    const walk = walking(args);
    if (!('grid' in walk)) return walk;
    let accumulated = walk.start;
    const values: Scalar[] = [];
    for (const [row, column] of placesOf(walk.grid)) {
      accumulated = cellOf(walk.lambda.call([accumulated, cellAt(walk.grid, row, column)]));
      values.push(accumulated);
    }
    return new Matrix(walk.grid.rows, walk.grid.columns, values);
  }),
  rangeFunction('BYROW', [2, 2], ([from, by]) =>
    byLine(from, by, (grid, call) => arrayOf(grid.rows, 1, (row) => call(partOf(grid, row, 0, 1, grid.columns)))),
  ),
  rangeFunction('BYCOL', [2, 2], ([from, by]) =>
    byLine(from, by, (grid, call) => arrayOf(1, grid.columns, (_, column) => call(partOf(grid, 0, column, grid.rows, 1)))),
  ),
  rangeFunction('MAKEARRAY', [3, 3], ([rows, columns, by]) => {
    const [tall, wide, lambda] = [wholeOf(rows, 0), wholeOf(columns, 0), lambdaOf(by)];
    const error = firstError(tall, wide);
    if (error !== null) return error;
    if (!(lambda instanceof Lambda)) return lambda;
    if ((tall as number) < 1 || (wide as number) < 1 || lambda.parameters !== 2) return ERRORS.value;
    return arrayOf(tall as number, wide as number, (row, column) => cellOf(lambda.call([row + 1, column + 1])));
  }),
];

interface Walk {
  readonly start: Value;
  readonly grid: Grid;
  readonly lambda: Lambda;
}

/** What REDUCE and SCAN go through: with two arguments there is nothing to begin with. */
function walking(args: readonly (Value | undefined)[]): Walk | Exclude<Scalar, null | number | string | boolean> {
  const [start, from, by] = args.length === 2 ? [null, args[0], args[1]] : args;
  const [grid, lambda] = [gridOf(from), lambdaOf(by)];
  if (!isGridOrError(grid)) return grid;
  if (!(lambda instanceof Lambda)) return lambda;
  return lambda.parameters === 2 ? { start: start ?? null, grid, lambda } : ERRORS.value;
}

function byLine(from: Value | undefined, by: Value | undefined, make: (grid: Grid, call: (line: Value) => Scalar) => Value): Value {
  const [grid, lambda] = [gridOf(from), lambdaOf(by)];
  if (!isGridOrError(grid)) return grid;
  if (!(lambda instanceof Lambda)) return lambda;
  if (lambda.parameters !== 1) return ERRORS.value;
  return make(grid, (line) => cellOf(lambda.call([line])));
}

/** A cell of a grid, as a cell where it is one, so that a function may ask where it stands. */
function cellAt(grid: Grid, row: number, column: number): Value {
  return grid instanceof Area ? grid.part(row, column, 1, 1) : grid.at(row, column);
}

function* placesOf(grid: Grid): Generator<readonly [row: number, column: number]> {
  for (let row = 0; row < grid.rows; row++) for (let column = 0; column < grid.columns; column++) yield [row, column];
}
