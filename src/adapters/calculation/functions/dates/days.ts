import { ERRORS } from '../../values/errors';
import { dateOf, daysInMonth, serialOf, type CalendarDate } from '../../values/calendar';
import { parseDateTime } from '../../values/parseDateTime';
import { cellFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { ofSingleCells, orNumberError, serial, strictSerial, strictWhole } from './serials';

/** Dates and their parts: DATE, DATEVALUE, YEAR, MONTH, DAY, DAYS, EDATE and EOMONTH. */
export const days: readonly FunctionDefinition[] = [
  cellFunction('DATE', [whole, whole, whole], (cell, year, month, day) => {
    const full = year >= 0 && year < 1900 ? year + 1900 : year;
    // Months that run over into years Excel does not know are refused, whatever the days bring back.
    if (Math.floor(full + (month - 1) / 12) < 1900 || Math.floor(full + (month - 1) / 12) > 9999) return ERRORS.number;
    return orNumberError(serialOf(full, month, day, cell.arrangement.dateSystem));
  }),
  cellFunction('DATEVALUE', [text], (cell, value) => {
    const parsed = parseDateTime(value, cell.arrangement.dateSystem);
    return parsed === null ? ERRORS.value : (parsed.date ?? 0);
  }),
  part('YEAR', ({ year }) => year),
  part('MONTH', ({ month }) => month),
  part('DAY', ({ day }) => day),
  cellFunction('DAYS', [serial, serial], (_cell, end, start) => end - start),
  ofSingleCells(
    cellFunction('EDATE', [strictSerial, strictWhole], (cell, start, months) =>
      monthsOn(start, months, cell.arrangement.dateSystem, 'same'),
    ),
  ),
  ofSingleCells(
    cellFunction('EOMONTH', [strictSerial, strictWhole], (cell, start, months) =>
      monthsOn(start, months, cell.arrangement.dateSystem, 'last'),
    ),
  ),
];

function part(name: string, of: (date: CalendarDate) => number): FunctionDefinition {
  return cellFunction(name, [serial], (cell, value) => {
    const date = dateOf(value, cell.arrangement.dateSystem);
    return date === null ? ERRORS.number : of(date);
  });
}

/** The same day so many months on, or the last day of that month. */
function monthsOn(start: number, months: number, system: 1900 | 1904, which: 'same' | 'last') {
  const date = dateOf(start, system);
  if (date === null || Math.abs(months) > 120_000) return ERRORS.number;
  const index = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const last = daysInMonth(year, month);
  return orNumberError(serialOf(year, month, which === 'last' ? last : Math.min(date.day, last), system));
}
