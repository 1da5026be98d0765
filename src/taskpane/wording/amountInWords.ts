import { formatValue, type FormatSettings } from '../../core/workbook/formatValue';
import type { Strings } from '../strings';
import { shortNumber } from './shortNumber';

/** A part of a gap as its headline is formatted, with its sign: `+$284K`, `−1.31 points`. What the format would round to nothing has two digits. */
export function amountInWords(
  amount: number,
  format: string,
  settings: FormatSettings,
  strings: Pick<Strings['headlines'], 'points'>,
  full = false,
): string {
  return `${amount < 0 ? '−' : '+'}${sizeInWords(Math.abs(amount), format, settings, strings, full)}`;
}

/** The same without its sign. */
export function sizeInWords(
  size: number,
  format: string,
  settings: FormatSettings,
  strings: Pick<Strings['headlines'], 'points'>,
  full = false,
): string {
  const digits = (value: number, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(settings.locale, options).format(value);
  if (/%/.test(format)) {
    const points = size * 100;
    return strings.points(digits(points, points < 0.005 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 }));
  }
  const shown = full ? formatValue(size, format, settings) : shortNumber(size, format, settings);
  return size !== 0 && shown === formatValue(0, format, settings) ? digits(size, { maximumSignificantDigits: 2 }) : shown;
}

/** A share of a gap: `98%`, `−4%`, `under 1%`. */
export function shareInWords(share: number, locale: string, under: (share: string) => string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const text = Math.abs(share) < 0.005 ? under(percent.format(0.01)) : percent.format(Math.abs(share));
  return share < -0.005 ? `−${text}` : text;
}
