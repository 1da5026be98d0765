import { isCellError } from '../../../../core/workbook/CellValue';
import { toNumber } from '../../values/coerce';
import { AreaList } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError, partOf, pieceOf } from './vectors';

/** INDEX. */
export const pick: readonly FunctionDefinition[] = [
  rangeFunction('INDEX', [2, 4], ([from, row = null, column, area]) =>
    lift([row, column, area], ([rowNumber = null, columnNumber, areaNumber]) => {
      const source = from instanceof AreaList ? areaOf(from, areaNumber) : from;
      if (areaNumber !== undefined && areaNumber !== null && !(from instanceof AreaList) && areaNumber !== 1) return ERRORS.reference;
      return at(source, rowNumber, columnNumber);
    }),
  ),
];

function areaOf({ areas }: AreaList, number: Scalar | undefined): Value {
  const place = number === undefined || number === null ? 1 : toNumber(number);
  if (typeof place !== 'number') return place;
  return areas[Math.trunc(place) - 1] ?? ERRORS.reference;
}

function at(source: Value | undefined, rowNumber: Scalar, columnNumber: Scalar | undefined): Value {
  const grid = gridOf(source);
  if (!isGridOrError(grid)) return grid;
  const [first, second] = [toNumber(rowNumber), toNumber(columnNumber ?? null)];
  if (isCellError(first)) return first;
  if (isCellError(second)) return second;
  let [row, column] = [Math.trunc(first as number), Math.trunc(second as number)];
  if (row < 0 || column < 0) return ERRORS.value;
  // In a single row one number counts the columns.
  if (columnNumber === undefined && grid.rows === 1) [row, column] = [grid.columns === 1 ? row : 1, grid.columns === 1 ? 1 : row];
  if (row > grid.rows || column > grid.columns) return ERRORS.reference;
  if (row === 0 && column === 0) return grid;
  if (row === 0) return partOf(grid, 0, column - 1, grid.rows, 1);
  if (column === 0 && grid.columns > 1) return partOf(grid, row - 1, 0, 1, grid.columns);
  return pieceOf(grid, row - 1, Math.max(0, column - 1), 1, 1);
}
