import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import type { Cell } from '../../compile/Program';
import { ERRORS } from '../../values/errors';
import { lift, soleValue } from '../../values/lift';
import type { Scalar } from '../../values/Scalar';
import { isGrid, type Value } from '../../values/Value';
import { Area } from '../../values/Area';
import { toSerial } from '../dates/serials';
import { plainNumber, rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { solveDatedReturn } from './solveDatedReturn';
import { worthAt, type Flow } from './solveReturn';

/** Excel counts a year of 365 days here. */
const YEAR = 365;

/** Payments on any dates: XNPV and XIRR. */
export const datedCashFlows: readonly FunctionDefinition[] = [
  rangeFunction('XNPV', [3, 3], ([rate, amounts, dates], cell) => {
    const flows = flowsOf(amounts, dates, cell, true);
    return lift([rate], ([scalar]) => {
      const read = plainNumber.read(scalar as Scalar, cell);
      if (typeof read !== 'number') return read;
      if (!Array.isArray(flows)) return flows;
      return read < 0 ? ERRORS.number : worthAt(flows, read);
    });
  }),
  rangeFunction('XIRR', [2, 3], ([amounts, dates, guess = null], cell) => {
    const flows = flowsOf(amounts, dates, cell, false);
    return lift([guess === null ? 0.1 : guess], ([scalar]) => {
      const start = plainNumber.read(scalar as Scalar, cell);
      if (typeof start !== 'number') return start;
      if (!Array.isArray(flows)) return flows;
      return start <= -1 ? ERRORS.number : solveDatedReturn(flows, start);
    });
  }),
];

/**
 * The payments, their times in years from the first. A blank amount is 0 to XIRR; XNPV passes over whatever is no number, and then
 * misses it.
 */
function flowsOf(amounts: Value | undefined, dates: Value | undefined, cell: Cell, numbersOnly: boolean): Flow[] | CellError {
  const values = read(amounts, (value) =>
    numbersOnly && !isCellError(value) && typeof value !== 'number' ? null : plainNumber.read(value, cell),
  );
  if (!Array.isArray(values)) return values;
  const days = read(dates, (value) => toSerial(value, cell));
  if (!Array.isArray(days)) return days;
  if (values.length !== days.length) return ERRORS.number;
  const first = Math.floor(days[0] ?? 0);
  if (days.some((day) => day < 0 || Math.floor(day) < first)) return ERRORS.number;
  return values.map((amount, k) => ({ amount, time: (Math.floor(days[k]!) - first) / YEAR }));
}

/** The values of an argument, blanks included but for those behind the last cell of the sheet. */
function read(arg: Value | undefined, one: (value: Scalar) => number | CellError | null): number[] | CellError {
  const values: number[] = [];
  const grid = arg instanceof Area ? arg.used : arg;
  const [rows, columns] = isGrid(grid) ? [grid.rows, grid.columns] : [1, 1];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const scalar = isGrid(grid) ? grid.at(row, column) : soleValue(grid ?? null);
      const number = one(scalar ?? null);
      if (isCellError(number)) return number;
      if (number !== null) values.push(number);
    }
  return values;
}
