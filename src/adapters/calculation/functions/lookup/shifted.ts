import { MAX_COLUMN, MAX_ROW } from '../../../../core/workbook/Address';
import type { CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { Area, AreaList } from '../../values/Area';
import { toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { soleValue } from '../../values/lift';
import { isError, type Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** OFFSET, which gives cells beside others. */
export const shifted: readonly FunctionDefinition[] = [
  rangeFunction('OFFSET', [3, 5], ([from, rows, columns, height, width]) => {
    const start = from instanceof AreaList && from.areas.length === 1 ? from.areas[0]! : from;
    if (isError(start)) return start;
    if (!(start instanceof Area)) return ERRORS.value;
    const numbers = [one(rows), one(columns), size(height, start.rows), size(width, start.columns)];
    const error = numbers.find((value) => typeof value !== 'number');
    if (error !== undefined) return error;
    const [down, right, tall, wide] = numbers as [number, number, number, number];
    if (tall === 0 || wide === 0) return ERRORS.reference;
    // A negative height goes up from the first cell.
    const firstRow = start.firstRow + down + (tall < 0 ? tall + 1 : 0);
    const firstColumn = start.firstColumn + right + (wide < 0 ? wide + 1 : 0);
    const [lastRow, lastColumn] = [firstRow + Math.abs(tall) - 1, firstColumn + Math.abs(wide) - 1];
    if (firstRow < 1 || firstColumn < 1 || lastRow > MAX_ROW || lastColumn > MAX_COLUMN) return ERRORS.reference;
    return new Area(start.arrangement, start.sheet, firstRow, firstColumn, lastRow, lastColumn);
  }),
];

/** How many rows or columns are wanted; less than one is one. */
function size(value: Value | undefined, otherwise: number): number | CellError {
  const number = value === undefined || value === null ? otherwise : numberOf(value);
  return typeof number !== 'number' ? number : number > 0 ? Math.max(1, Math.trunc(number)) : Math.trunc(number);
}

function one(value: Value | undefined): number | CellError {
  const number = numberOf(value);
  return typeof number === 'number' ? Math.trunc(number) : number;
}

function numberOf(value: Value | undefined): number | CellError {
  const sole = value === undefined ? null : soleValue(value);
  // Several ranges at once, as only SUBTOTAL and N can take them.
  if (sole === undefined) throw new Unknowable('function', 'OFFSET with several offsets');
  return toNumber(sole);
}
