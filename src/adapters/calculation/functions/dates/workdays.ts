import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import type { Cell } from '../../compile/Program';
import { dateOf, type DateSystem } from '../../values/calendar';
import { ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { cellFunction, type Parameter } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitValues } from '../numbersOf';
import { ofSingleCells, strictSerial, strictWhole, toSerial } from './serials';
import { Workweek } from './Workweek';

/** NETWORKDAYS, WORKDAY and both with weekends of one's own. */
export const workdays: readonly FunctionDefinition[] = [
  withHolidays('NETWORKDAYS', strictSerial, 2, countBetween),
  withHolidays('NETWORKDAYS.INTL', strictSerial, 3, countBetween),
  withHolidays('WORKDAY', strictWhole, 2, dayAfter),
  withHolidays('WORKDAY.INTL', strictWhole, 3, dayAfter),
];

const weekendParameter: Parameter<string> = { read: weekendOf, otherwise: '0000011', emptyIsAbsent: true };

type Calculate = (week: Workweek, start: number, second: number, system: DateSystem) => number | CellError;

/** A function whose argument `at` are holidays, in cells or an array, and whose others are single values. */
function withHolidays(name: string, second: Parameter<number>, at: number, calculate: Calculate): FunctionDefinition {
  const single = (holidays: readonly number[]): FunctionDefinition =>
    ofSingleCells(
      cellFunction(name, [strictSerial, second, weekendParameter], (cell, start, other, weekend) => {
        const system = cell.arrangement.dateSystem;
        if (dateOf(start, system) === null) return ERRORS.number;
        return calculate(new Workweek(weekend, holidays, system), start, other, system);
      }),
    );
  return {
    name,
    least: 2,
    most: at + 1,
    evaluate: (args, cell) => {
      const holidays = holidaysOf(args[at], cell);
      return Array.isArray(holidays) ? single(holidays).evaluate(args.slice(0, at), cell) : holidays;
    },
  };
}

function holidaysOf(arg: Value | undefined, cell: Cell): number[] | CellError {
  const holidays: number[] = [];
  let error: CellError | null = null;
  visitValues([arg], (value) => {
    if (value === null) return;
    const read = typeof value === 'boolean' ? ERRORS.value : toSerial(value, cell);
    if (typeof read === 'number') holidays.push(Math.floor(read));
    else error ??= read;
  });
  return error ?? holidays;
}

function countBetween(week: Workweek, start: number, end: number, system: DateSystem): number | CellError {
  if (dateOf(end, system) === null) return ERRORS.number;
  return start <= end ? week.count(start, end) : -week.count(end, start);
}

function dayAfter(week: Workweek, start: number, days: number, system: DateSystem): number | CellError {
  if (week.isEmpty) return ERRORS.value;
  const day = week.after(start, days);
  return day === null || dateOf(day, system) === null ? ERRORS.number : day;
}

/** Which days of the week are free, Monday first, `0000011`, as a text says it or a number stands for it. */
function weekendOf(value: Scalar): string | CellError {
  if (typeof value === 'string' && /^[01]{7}$/.test(value)) return value;
  if (typeof value !== 'number') return isCellError(value) ? value : ERRORS.value;
  const code = Math.trunc(value);
  // 1 is Saturday and Sunday, 2 a day later and so on; 11 is Sunday only, 12 a day later.
  if (code >= 1 && code <= 7) return free([(code + 4) % 7, (code + 5) % 7]);
  return code >= 11 && code <= 17 ? free([(code - 5) % 7]) : ERRORS.number;
}

function free(days: readonly number[]): string {
  return Array.from({ length: 7 }, (_, day) => (days.includes(day) ? '1' : '0')).join('');
}
