import type { Cell } from '../../compile/Program';
import { dateOf, daysInMonth, serialOf } from '../../values/calendar';
import { ERRORS } from '../../values/errors';
import { cellFunction, optional, type Parameter, plainNumber, text, truth } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { basisOf, europeanDays, nasdDays, yearFraction, type DatedDay } from './dayCounts';
import { ofSingleCells, orNumberError, serial, strictSerial, toSerial } from './serials';

/** DAYS360 takes what is less than half a second before midnight for the next day. */
const nearestDay: Parameter<number> = {
  read: (value, cell) => {
    const read = toSerial(value, cell);
    if (typeof read !== 'number') return read;
    return read < 0 ? ERRORS.number : Math.floor(read + 0.5 / 86_400);
  },
};

/** The time between two dates: DATEDIF, DAYS360 and YEARFRAC. */
export const intervals: readonly FunctionDefinition[] = [
  cellFunction('DATEDIF', [serial, serial, text], (cell, start, end, unit) => {
    const [from, to] = [dated(start, cell), dated(end, cell)];
    if (from === null || to === null || start > end) return ERRORS.number;
    return between(from, to, unit.toUpperCase(), cell.arrangement.dateSystem);
  }),
  cellFunction('DAYS360', [nearestDay, nearestDay, optional(truth, false)], (cell, start, end, european) => {
    const [from, to] = [dated(start, cell), dated(end, cell)];
    if (from === null || to === null) return ERRORS.number;
    return european ? europeanDays(from, to) : nasdDays(from, to);
  }),
  ofSingleCells(
    cellFunction('YEARFRAC', [strictSerial, strictSerial, optional(plainNumber, 0)], (cell, start, end, basis) => {
      const [from, to] = [dated(Math.min(start, end), cell), dated(Math.max(start, end), cell)];
      const count = basisOf(basis);
      return from === null || to === null || count === null ? ERRORS.number : yearFraction(from, to, count);
    }),
  ),
];

/** The date of a serial number together with it. */
export function dated(value: number, { arrangement }: Cell): DatedDay | null {
  const date = dateOf(value, arrangement.dateSystem);
  return date === null ? null : { ...date, serial: Math.floor(value) };
}

function between(from: DatedDay, to: DatedDay, unit: string, system: 1900 | 1904) {
  const whole = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  switch (unit) {
    case 'D':
      return to.serial - from.serial;
    case 'M':
      return whole;
    case 'Y':
      return Math.floor(whole / 12);
    case 'YM':
      return whole % 12;
    case 'MD':
      // A day that the month before does not have runs over into the next, so that the result may be negative, as in Excel.
      return to.day >= from.day
        ? to.day - from.day
        : to.day - from.day + daysInMonth(to.month === 1 ? to.year - 1 : to.year, to.month === 1 ? 12 : to.month - 1);
    case 'YD': {
      const same = serialOf(from.year, to.month, to.day, system);
      if (same !== null && same >= from.serial) return same - from.serial;
      const next = serialOf(from.year + 1, to.month, to.day, system);
      return orNumberError(next === null ? null : next - from.serial);
    }
    default:
      return ERRORS.number;
  }
}
