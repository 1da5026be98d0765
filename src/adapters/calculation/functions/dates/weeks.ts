import { dateOf, serialOf, weekdayOf, type DateSystem } from '../../values/calendar';
import { ERRORS } from '../../values/errors';
import { cellFunction, optional, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { ofSingleCells, serial, strictSerial, strictWhole } from './serials';

/** The first day of the week by the number that WEEKDAY and WEEKNUM take for it, 0 for Sunday. */
const FIRST_DAYS: Readonly<Record<number, number>> = { 1: 0, 2: 1, 11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 16: 6, 17: 0 };
const ISO = 21;

/** WEEKDAY, WEEKNUM and ISOWEEKNUM. */
export const weeks: readonly FunctionDefinition[] = [
  cellFunction('WEEKDAY', [serial, optional(whole, 1)], (cell, value, type) => {
    const system = cell.arrangement.dateSystem;
    if (dateOf(value, system) === null) return ERRORS.number;
    const weekday = weekdayOf(value, system);
    if (type === 3) return (weekday + 6) % 7;
    const first = FIRST_DAYS[type];
    return first === undefined ? ERRORS.number : ((weekday - first + 7) % 7) + 1;
  }),
  ofSingleCells(
    cellFunction('WEEKNUM', [strictSerial, optional(strictWhole, 1)], (cell, value, type) => {
      const system = cell.arrangement.dateSystem;
      const date = dateOf(value, system);
      if (date === null) return ERRORS.number;
      if (type === ISO) return isoWeek(value, system);
      const first = FIRST_DAYS[type];
      if (first === undefined) return ERRORS.number;
      const newYear = serialOf(date.year, 1, 1, system)!;
      return Math.floor((value - newYear + ((weekdayOf(newYear, system) - first + 7) % 7)) / 7) + 1;
    }),
  ),
  cellFunction('ISOWEEKNUM', [serial], (cell, value) => {
    const system = cell.arrangement.dateSystem;
    return dateOf(value, system) === null ? ERRORS.number : isoWeek(value, system);
  }),
];

/** The week of a date where weeks begin on Monday and belong to the year that has their Thursday. */
function isoWeek(value: number, system: DateSystem): number {
  const thursday = value - ((weekdayOf(value, system) + 6) % 7) + 3;
  const date = dateOf(thursday, system);
  // A Thursday before the first day belongs to the year before.
  if (date === null || date.day === 0) return system === 1900 ? 52 : 53;
  return Math.floor((thursday - serialOf(date.year, 1, 1, system)!) / 7) + 1;
}
