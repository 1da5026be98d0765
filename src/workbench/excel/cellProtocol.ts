import { format as formatNumber } from 'numfmt';
import type { CellValue } from '../../core/workbook/CellValue';
import type { HostCell } from '../book/HostCell';

/** A value as the rich API carries it: empty is `''`, an error its code. */
export function protocolValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** The kind of a value as `Range.valueTypes` says it. */
export function protocolType(value: CellValue): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** The cell as the grid shows it, in a column wide enough. */
export function cellText(cell: HostCell, dateSystem: 1900 | 1904): string {
  const { value } = cell;
  if (typeof value !== 'number') return typeof value === 'boolean' ? String(value).toUpperCase() : String(protocolValue(value));
  // Dates of 1904 workbooks count from another day.
  return formatNumber(cell.format, dateSystem === 1904 && /[ymdhs]/i.test(cell.format) ? value + 1462 : value, { throws: false });
}
