import type { CellValue } from '../../core/workbook/CellValue';

/** How a cell differs from the loaded file: not at all, only in its calculated value, also in its number format or fill, or in what someone wrote. */
type Touched = 'no' | 'value' | 'look' | 'content';

/** One cell of the open workbook. Immutable: a change puts a new one in its place. */
export interface HostCell {
  /** A1 with `=`; null for a constant or an empty cell. */
  readonly formula: string | null;
  /** The constant, or the last known result of the formula. */
  readonly value: CellValue;
  /** Number format code. */
  readonly format: string;
  /** Fill colour as `#RRGGBB`; null for none. */
  readonly fill: string | null;
  readonly touched: Touched;
}

/** What every cell is that nobody has written to. */
export const EMPTY_CELL: HostCell = { formula: null, value: null, format: 'General', fill: null, touched: 'no' };

/** True when the cell holds neither value nor formula. */
export function isBlank(cell: HostCell): boolean {
  return cell.formula === null && cell.value === null;
}

/** True when the cell looks like one nobody has written to, so that Excel leaves it out of the used range. */
export function isBare(cell: HostCell): boolean {
  return isBlank(cell) && cell.format === 'General' && cell.fill === null;
}
