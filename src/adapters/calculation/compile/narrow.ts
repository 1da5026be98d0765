import { Area, AreaList } from '../values/Area';
import { ERRORS } from '../values/errors';
import { Matrix } from '../values/Matrix';
import type { Scalar } from '../values/Scalar';
import { Lambda, type Value } from '../values/Value';
import type { Cell } from './Program';

/**
 * The one value that a plain formula takes of several: of a range the cell in the formula's own row or column, of an array the
 * first; an error where there is none.
 */
export function narrow(value: Value, cell: Cell): Scalar {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Area) return intersect(value, cell);
  if (value instanceof Matrix) return value.at(0, 0);
  if (value instanceof AreaList) return value.areas.length === 1 ? intersect(value.areas[0]!, cell) : ERRORS.value;
  return value instanceof Lambda ? ERRORS.calculation : value;
}

function intersect(area: Area, cell: Cell): Scalar {
  const { firstRow, lastRow, firstColumn, lastColumn } = area;
  if (firstRow === lastRow && firstColumn === lastColumn) return area.at(0, 0);
  // Only now: where the cell stands may take finding out.
  const { row, column } = cell;
  const inRows = row >= firstRow && row <= lastRow;
  const inColumns = column >= firstColumn && column <= lastColumn;
  if (firstColumn === lastColumn && inRows) return area.at(row - firstRow, 0);
  if (firstRow === lastRow && inColumns) return area.at(0, column - firstColumn);
  // A block that the cell itself does not stand in has no one value.
  return inRows && inColumns && firstColumn !== lastColumn && firstRow !== lastRow
    ? area.at(row - firstRow, column - firstColumn)
    : ERRORS.value;
}
