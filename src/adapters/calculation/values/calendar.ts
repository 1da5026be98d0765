/** How a workbook counts its days. */
export type DateSystem = 1900 | 1904;

/** A day of the calendar as Excel has it; day 0 of the 1900 system is 0 January 1900. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY = 86_400_000;
/** 30 December 1899 and 1 January 1904 in days since 1970. */
const EPOCHS = { 1900: -25569, 1904: -24107 } as const;
/** The last day that Excel knows, 31 December 9999. */
const LAST_DAYS = { 1900: 2958465, 1904: 2957003 } as const;
/** 29 February 1900, which never was; Lotus 1-2-3 had it. */
const FALSE_LEAP_DAY = 60;

/** The date of a serial number, its time of day left out; null when it is none that Excel knows. */
export function dateOf(serial: number, system: DateSystem): CalendarDate | null {
  const days = Math.floor(serial);
  if (!(days >= 0 && days <= LAST_DAYS[system])) return null;
  if (system === 1900) {
    if (days === 0) return { year: 1900, month: 1, day: 0 };
    if (days === FALSE_LEAP_DAY) return { year: 1900, month: 2, day: 29 };
  }
  const shift = system === 1900 && days < FALSE_LEAP_DAY ? 1 : 0;
  const date = new Date((days + shift + EPOCHS[system]) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial number of a date, in which months and days may lie outside their year or month; null when Excel knows no such day. */
export function serialOf(year: number, month: number, day: number, system: DateSystem): number | null {
  if (!(Math.abs(year) < 20_000 && Math.abs(month) < 300_000 && Math.abs(day) < 4_000_000)) return null;
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1, 1);
  const days = first.getTime() / DAY - EPOCHS[system];
  const serial = (system === 1900 && days <= FALSE_LEAP_DAY ? days - 1 : days) + day - 1;
  return serial >= 0 && serial <= LAST_DAYS[system] ? serial : null;
}

/** How many days a month has; 29 for February 1900, as Excel counts it. */
export function daysInMonth(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for a year with 29 February, which 1900 has in Excel only. */
export function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

/** The day of the week, 0 for Sunday to 6 for Saturday, as Excel counts it. */
export function weekdayOf(serial: number, system: DateSystem): number {
  const days = Math.floor(serial) + (system === 1900 ? 6 : 5);
  return ((days % 7) + 7) % 7;
}
