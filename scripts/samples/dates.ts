const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The 1900 date system's serial number of a calendar day; month counts from 1 and may run over. */
export function serialOf(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY);
}

/** Year, month (from 1) and day of a serial number. */
export function calendarOf(serial: number): { year: number; month: number; day: number } {
  const date = new Date(EPOCH + serial * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
