import { isDateFormat } from 'numfmt';

/** Days between the two date systems' zero. */
const DAYS_TO_1904 = 1462;

/** A value of a workbook that counts days from 1904, counted from 1900 where its format shows a day, as formats are shown; any other value is itself. */
export function dayFrom1900<V>(value: V, format: string | null): V | number {
  return typeof value === 'number' && format !== null && isDay(format) ? value + DAYS_TO_1904 : value;
}

function isDay(format: string): boolean {
  try {
    return isDateFormat(format);
  } catch {
    return false;
  }
}
