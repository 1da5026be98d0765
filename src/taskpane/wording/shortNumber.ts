import type { CellValue } from '../../core/workbook/CellValue';
import { formatValue, type FormatSettings } from '../../core/workbook/formatValue';

/** From here on a number is shortened where space is short. */
const LONG = 100_000;

/** A value for the headlines: as its cell shows it, and big numbers shortened to three digits with the cell's currency sign kept (`$41.2M`). */
export function shortNumber(value: CellValue, format: string, settings: FormatSettings): string {
  const shown = formatValue(value, format, settings);
  if (typeof value !== 'number' || Math.abs(value) < LONG || /[%ymdhse]/i.test(bare(format))) return shown;
  const around = /^(\D*)\d(?:.*\d)?(\D*)$/.exec(formatValue(Math.abs(value), format, settings));
  const [prefix, suffix] = [around?.[1] ?? '', around?.[2] ?? ''];
  return `${value < 0 ? '−' : ''}${prefix}${shorten(Math.abs(value), settings.locale)}${suffix}`;
}

/** A positive number in three digits and a word of the locale for its size: `1.4M`. */
function shorten(amount: number, locale: string): string {
  if (amount < LONG) return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(amount);
  return new Intl.NumberFormat(locale, { notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3 }).format(amount);
}

/** A format code without what it shows literally. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/General/gi, '');
}
