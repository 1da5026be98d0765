import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Area, AreaList } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import { Matrix } from '../../values/Matrix';
import type { Value } from '../../values/Value';
import { toNumber } from '../../values/coerce';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitNumbers, visitValues } from '../numbersOf';

const ANY = [1, 255] as const;

/** AVERAGE, MIN, MAX, COUNT, COUNTA and COUNTBLANK. */
export const averages: readonly FunctionDefinition[] = [
  rangeFunction('AVERAGE', ANY, (args) => {
    let [total, count] = [0, 0];
    const error = visitNumbers(args, (value) => {
      total += value;
      count++;
    });
    return error ?? (count === 0 ? ERRORS.divide : total / count);
  }),
  rangeFunction('MIN', ANY, (args) => extreme(args, (value, found) => value < found)),
  rangeFunction('MAX', ANY, (args) => extreme(args, (value, found) => value > found)),
  rangeFunction('COUNT', ANY, (args) => {
    let count = 0;
    visitValues(args, (value, isCell) => {
      if (typeof value === 'number' || (!isCell && !isCellError(value) && typeof toNumber(value) === 'number')) count++;
    });
    return count;
  }),
  rangeFunction('COUNTA', ANY, (args) => {
    let count = 0;
    visitValues(args, () => count++);
    return count;
  }),
  rangeFunction('COUNTBLANK', [1, 1], ([range]) => {
    if (range instanceof Matrix || !(range instanceof Area || range instanceof AreaList)) return ERRORS.value;
    let blank = 0;
    for (const area of range instanceof Area ? [range] : range.areas) {
      let filled = 0;
      area.forEach((value) => {
        if (value !== '') filled++;
      });
      blank += area.rows * area.columns - filled;
    }
    return blank;
  }),
];

function extreme(args: readonly (Value | undefined)[], isBetter: (value: number, found: number) => boolean): number | CellError {
  let found: number | null = null;
  const error = visitNumbers(args, (value) => {
    if (found === null || isBetter(value, found)) found = value;
  });
  return error ?? found ?? 0;
}
