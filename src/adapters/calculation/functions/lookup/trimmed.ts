import { Area } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import type { Value } from '../../values/Value';
import { firstError, wholeOf } from '../arrays/arguments';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError, partOf } from './vectors';

/** TRIMRANGE, which takes blank rows and columns off the ends of a range. */
export const trimmed: readonly FunctionDefinition[] = [
  rangeFunction('TRIMRANGE', [1, 3], ([range, rows, columns]) => {
    const [down, right] = [wholeOf(rows, 3), wholeOf(columns, 3)];
    const error = firstError(down, right);
    if (error !== null) return error;
    return trim(range, down as number, right as number);
  }),
];

/** A range without the blank rows and columns in front (1), behind (2), on both ends (3) or on none (0). */
export function trim(range: Value | undefined, rows: number, columns: number): Value {
  const grid = gridOf(range);
  if (!isGridOrError(grid)) return grid;
  if (rows < 0 || rows > 3 || columns < 0 || columns > 3) return ERRORS.value;
  const used = grid instanceof Area ? grid.used : grid;
  let [top, bottom, left, right] = [used.rows, -1, used.columns, -1];
  for (let row = 0; row < used.rows; row++)
    for (let column = 0; column < used.columns; column++) {
      if (used.at(row, column) === null) continue;
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      [left, right] = [Math.min(left, column), Math.max(right, column)];
    }
  if (bottom < 0) return ERRORS.reference;
  const [firstRow, lastRow] = [rows % 2 === 1 ? top : 0, rows >= 2 ? bottom : grid.rows - 1];
  const [firstColumn, lastColumn] = [columns % 2 === 1 ? left : 0, columns >= 2 ? right : grid.columns - 1];
  return partOf(grid, firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
}
