import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import { isError, type Grid, type Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError, partOf } from '../lookup/vectors';
import { arrayOf, firstError, truthOf, wholeOf } from './arguments';

/** TAKE, DROP, EXPAND, CHOOSECOLS, CHOOSEROWS, TOCOL, TOROW, WRAPROWS, WRAPCOLS and TRANSPOSE. */
export const shaping: readonly FunctionDefinition[] = [
  rangeFunction('TAKE', [2, 3], ([from, rows, columns]) => cut(from, rows, columns, (length, count) => span(length, count))),
  rangeFunction('DROP', [2, 3], ([from, rows, columns]) =>
    cut(from, rows, columns, (length, count) => [Math.max(0, count), length - Math.abs(count)]),
  ),
  rangeFunction('EXPAND', [2, 4], ([from, rows, columns, filling]) => {
    const grid = gridOf(from);
    if (!isGridOrError(grid)) return grid;
    const [tall, wide] = [wholeOf(rows, grid.rows), wholeOf(columns, grid.columns)];
    const [pad, error] = [filling === undefined ? ERRORS.notAvailable : oneOf(filling), firstError(tall, wide)];
    if (error !== null) return error;
    if ((tall as number) < grid.rows || (wide as number) < grid.columns) return ERRORS.value;
    return arrayOf(tall as number, wide as number, (row, column) =>
      row < grid.rows && column < grid.columns ? grid.at(row, column) : pad,
    );
  }),
  rangeFunction('CHOOSECOLS', [2, 255], ([from, ...places]) =>
    choose(from, places, 'columns', (grid, chosen) => arrayOf(grid.rows, chosen.length, (row, column) => grid.at(row, chosen[column]!))),
  ),
  rangeFunction('CHOOSEROWS', [2, 255], ([from, ...places]) =>
    choose(from, places, 'rows', (grid, chosen) => arrayOf(chosen.length, grid.columns, (row, column) => grid.at(chosen[row]!, column))),
  ),
  rangeFunction('TOCOL', [1, 3], (args) => inLine(args, (values) => arrayOf(values.length, 1, (row) => values[row]!))),
  rangeFunction('TOROW', [1, 3], (args) => inLine(args, (values) => arrayOf(1, values.length, (_, column) => values[column]!))),
  rangeFunction('WRAPROWS', [2, 3], (args) =>
    wrap(args, (count, lines, at) => arrayOf(lines, count, (row, column) => at(row * count + column))),
  ),
  rangeFunction('WRAPCOLS', [2, 3], (args) =>
    wrap(args, (count, lines, at) => arrayOf(count, lines, (row, column) => at(column * count + row))),
  ),
  rangeFunction('TRANSPOSE', [1, 1], ([from]) => {
    const grid = gridOf(from);
    return isGridOrError(grid) ? arrayOf(grid.columns, grid.rows, (row, column) => grid.at(column, row)) : grid;
  }),
];

/** Where the first (or, negative, last) so many of a line begin, and how many there are. */
function span(length: number, count: number): readonly [from: number, length: number] {
  const taken = Math.min(length, Math.abs(count));
  return [count < 0 ? length - taken : 0, taken];
}

function cut(
  from: Value | undefined,
  rows: Value | undefined,
  columns: Value | undefined,
  part: (length: number, count: number) => readonly [from: number, length: number],
): Value {
  const grid = gridOf(from);
  if (!isGridOrError(grid)) return grid;
  const [down, right] = [wholeOf(rows, null), wholeOf(columns, null)];
  const error = firstError(down, right);
  if (error !== null) return error;
  const [row, tall] = down === null ? [0, grid.rows] : part(grid.rows, down as number);
  const [column, wide] = right === null ? [0, grid.columns] : part(grid.columns, right as number);
  return tall < 1 || wide < 1 ? ERRORS.calculation : partOf(grid, row, column, tall, wide);
}

function choose(
  from: Value | undefined,
  places: readonly (Value | undefined)[],
  lines: 'rows' | 'columns',
  make: (grid: Grid, chosen: readonly number[]) => Value,
): Value {
  const grid = gridOf(from);
  if (!isGridOrError(grid)) return grid;
  const chosen: number[] = [];
  for (const place of places) {
    const numbers = gridOf(place);
    if (!isGridOrError(numbers)) return numbers;
    for (let k = 0; k < numbers.rows * numbers.columns; k++) {
      const number = wholeOf(numbers.at(Math.floor(k / numbers.columns), k % numbers.columns), 0);
      if (typeof number !== 'number') return number;
      if (number === 0 || Math.abs(number) > grid[lines]) return ERRORS.value;
      chosen.push(number > 0 ? number - 1 : grid[lines] + number);
    }
  }
  return make(grid, chosen);
}

/** The values of an array one after another, blank cells and errors left out where that is wanted. */
function inLine([from, ignored, byColumn]: readonly (Value | undefined)[], make: (values: readonly Scalar[]) => Value): Value {
  const grid = gridOf(from);
  if (!isGridOrError(grid)) return grid;
  const [ignore, down] = [wholeOf(ignored, 0), truthOf(byColumn, false)];
  if (typeof ignore !== 'number') return ignore;
  if (typeof down !== 'boolean') return down;
  if (ignore < 0 || ignore > 3) return ERRORS.value;
  const values: Scalar[] = [];
  const take = (value: Scalar): void => {
    if (value === null ? (ignore & 1) === 0 : !isError(value) || (ignore & 2) === 0) values.push(value);
  };
  if (down) for (let column = 0; column < grid.columns; column++) for (let row = 0; row < grid.rows; row++) take(grid.at(row, column));
  else for (let row = 0; row < grid.rows; row++) for (let column = 0; column < grid.columns; column++) take(grid.at(row, column));
  return make(values);
}

function wrap(
  [from, count, filling]: readonly (Value | undefined)[],
  make: (count: number, lines: number, at: (index: number) => Scalar) => Value,
): Value {
  const grid = gridOf(from);
  if (!isGridOrError(grid)) return grid;
  const wanted = wholeOf(count, 0);
  if (typeof wanted !== 'number') return wanted;
  if (grid.rows > 1 && grid.columns > 1) return ERRORS.value;
  if (wanted < 1) return ERRORS.number;
  const length = grid.rows * grid.columns;
  const pad = filling === undefined ? ERRORS.notAvailable : oneOf(filling);
  const at = (index: number): Scalar => (index >= length ? pad : grid.rows === 1 ? grid.at(0, index) : grid.at(index, 0));
  const most = Math.min(wanted, length);
  // A line longer than all values is no longer than these.
  return make(most, Math.ceil(length / most), at);
}

function oneOf(value: Value): Scalar | CellError {
  const grid = gridOf(value);
  return isGridOrError(grid) ? grid.at(0, 0) : grid;
}
