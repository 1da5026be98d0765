import { daysInMonth, isLeapYear, type CalendarDate } from '../../values/calendar';

/** How days and years are counted in finance: 30/360 (US), actual/actual, actual/360, actual/365, 30/360 (European). */
export type Basis = 0 | 1 | 2 | 3 | 4;

/** The basis that a number says, 0 to 4; null when it says none. */
export function basisOf(value: number): Basis | null {
  return value >= 0 && value < 5 ? (Math.trunc(value) as Basis) : null;
}

/** A date together with its serial number. */
export interface DatedDay extends CalendarDate {
  readonly serial: number;
}

/** Days from one date to another when every month has thirty, as Europe counts. */
export function europeanDays(from: CalendarDate, to: CalendarDate): number {
  return thirties(from, to, Math.min(from.day, 30), Math.min(to.day, 30));
}

/**
 * Days from one date to another when every month has thirty, as securities are counted in the United States: the last days of two
 * Februaries are both a thirtieth.
 */
export function americanDays(from: CalendarDate, to: CalendarDate): number {
  if (isEndOfFebruary(from)) return thirties(from, to, 30, isEndOfFebruary(to) ? 30 : to.day);
  return thirties(from, to, Math.min(from.day, 30), to.day === 31 && from.day >= 30 ? 30 : to.day);
}

/** Days from one date to another as DAYS360 counts them: the last day of February is a thirtieth only where counting begins. */
export function nasdDays(from: CalendarDate, to: CalendarDate): number {
  const first = isEndOfFebruary(from) ? 30 : Math.min(from.day, 30);
  return thirties(from, to, first, to.day === 31 && first === 30 ? 30 : to.day);
}

/**
 * The years between two dates, the first not after the second, as YEARFRAC has them; after David A. Wheeler, "YEARFRAC incompatibility",
 * 2008, who found out what Excel does.
 */
export function yearFraction(from: DatedDay, to: DatedDay, basis: Basis): number {
  const days = to.serial - from.serial;
  if (basis === 0) return americanDays(from, to) / 360;
  if (basis === 2) return days / 360;
  if (basis === 3) return days / 365;
  if (basis === 4) return europeanDays(from, to) / 360;
  return days / yearLength(from, to);
}

/** The length of a year that lies around two dates. */
function yearLength(from: DatedDay, to: DatedDay): number {
  const withinYear = from.year === to.year || (from.year + 1 === to.year && monthDay(to) <= monthDay(from));
  if (!withinYear) {
    let total = 0;
    for (let year = from.year; year <= to.year; year++) total += isLeapYear(year) ? 366 : 365;
    return total / (to.year - from.year + 1);
  }
  if (from.year === to.year) return isLeapYear(from.year) ? 366 : 365;
  const leapDay = (isLeapYear(from.year) && monthDay(from) <= 229) || (isLeapYear(to.year) && monthDay(to) >= 229);
  return leapDay ? 366 : 365;
}

function monthDay({ month, day }: CalendarDate): number {
  return month * 100 + day;
}

function isEndOfFebruary({ year, month, day }: CalendarDate): boolean {
  return month === 2 && day === daysInMonth(year, 2);
}

function thirties(from: CalendarDate, to: CalendarDate, first: number, last: number): number {
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
}
