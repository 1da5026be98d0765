import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { toBoolean, toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import { Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import type { Grid } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { findPattern, findSorted } from './findPosition';
import { columnOf, gridOf, isGridOrError, lineOf, pieceOf, rowOf, type Vector } from './vectors';

/** MATCH, VLOOKUP, HLOOKUP and LOOKUP. */
export const matches: readonly FunctionDefinition[] = [
  rangeFunction('MATCH', [2, 3], ([wanted = null, table, mode = 1]) => {
    const grid = gridOf(table);
    if (!isGridOrError(grid)) return grid;
    const line = lineOf(grid);
    if (line === null) return ERRORS.notAvailable;
    return lift([wanted, mode], ([value = null, kind = null]) => {
      const type = toNumber(kind);
      if (typeof type !== 'number') return type;
      if (isCellError(value)) return value;
      const position = type === 0 ? findPattern(line, value ?? 0) : findSorted(line, value ?? 0, type > 0 ? 1 : -1);
      return position < 0 ? ERRORS.notAvailable : position + 1;
    });
  }),
  tableLookup(
    'VLOOKUP',
    (grid) => [columnOf(grid, 0), grid.columns],
    (grid, found, index) => grid.at(found, index),
  ),
  tableLookup(
    'HLOOKUP',
    (grid) => [rowOf(grid, 0), grid.rows],
    (grid, found, index) => grid.at(index, found),
  ),
  rangeFunction('LOOKUP', [2, 3], ([wanted = null, table, results]) => {
    const grid = gridOf(table);
    if (!isGridOrError(grid)) return grid;
    const wide = grid.columns > grid.rows;
    const line = wide ? rowOf(grid, 0) : columnOf(grid, 0);
    const other = results === undefined ? null : gridOf(results);
    if (other !== null && !isGridOrError(other)) return other;
    if (other !== null && lineOf(other) === null) return ERRORS.notAvailable;
    return lift([wanted], ([value = null]) => {
      if (isCellError(value)) return value;
      const found = findSorted(line, value ?? 0);
      if (found < 0) return ERRORS.notAvailable;
      if (other === null) return wide ? grid.at(grid.rows - 1, found) : grid.at(found, grid.columns - 1);
      if (found >= Math.max(other.rows, other.columns)) return ERRORS.notAvailable;
      return other.rows > 1 || other.columns === 1 ? pieceOf(other, found, 0, 1, 1) : pieceOf(other, 0, found, 1, 1);
    });
  }),
];

function tableLookup(
  name: string,
  keysOf: (grid: Grid) => readonly [keys: Vector, lines: number],
  valueAt: (grid: Grid, found: number, index: number) => Scalar,
): FunctionDefinition {
  return rangeFunction(name, [3, 4], ([wanted = null, table, index = null, sorted = true]) => {
    if (typeof table === 'string') return ERRORS.value;
    const grid = gridOf(table);
    if (!isGridOrError(grid)) return grid;
    const [keys, lines] = keysOf(grid);
    return lift([wanted, index, sorted], ([value = null, line = null, order = null]) => {
      if (isCellError(value)) return value;
      const at = lineNumber(line, lines);
      if (typeof at !== 'number') return at;
      const isSorted = toBoolean(order);
      if (typeof isSorted !== 'boolean') return isSorted;
      const found = isSorted ? findSorted(keys, value ?? 0) : findPattern(keys, value ?? 0);
      return found < 0 ? ERRORS.notAvailable : (valueAt(grid, found, at) ?? (grid instanceof Matrix ? null : 0));
    });
  });
}

/** The line of a table that an argument counts from 1, from 0. */
function lineNumber(value: Scalar, lines: number): number | CellError {
  const number = toNumber(value);
  if (typeof number !== 'number') return number;
  const line = Math.trunc(number);
  if (line < 1) return ERRORS.value;
  return line > lines ? ERRORS.reference : line - 1;
}
