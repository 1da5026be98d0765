import { format as formatNumber } from 'numfmt';
import { isCellError, type CellValue } from '../core/workbook/CellValue';
import { withOwnSeparators } from '../core/workbook/withOwnSeparators';

/** An amount that comes of subtracting, without the noise in its last digits. */
export function showAmount(amount: number, format: string | null): string {
  return showValue(Number(amount.toPrecision(12)), format);
}

/** A value as its cell shows it, numbers by their format code; texts in quotes, a blank as `(blank)`. */
export function showValue(value: CellValue, format: string | null): string {
  if (value === null) return '(blank)';
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isCellError(value)) return value.error;
  if (format === null || format === 'General') return String(value);
  try {
    const shown = formatNumber(withOwnSeparators(format), value).trim();
    // A format that hides the number would hide the difference.
    return shown === '' || /^#+$/.test(shown) ? String(value) : shown;
  } catch {
    return String(value);
  }
}
