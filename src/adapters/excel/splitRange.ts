import type { CellRange } from '../../core/workbook/Address';
import { boundedParts } from './boundedParts';

/**
 * A range in parts of at most `cells` cells, of which Excel gives contents; top to bottom, a single row left to right.
 */
export function splitRange(range: CellRange, cells: number): CellRange[] {
  return boundedParts(range).flatMap((part) => splitBounded(part, cells));
}

function splitBounded(range: CellRange, cells: number): CellRange[] {
  const width = range.lastColumn - range.firstColumn + 1;
  const parts: CellRange[] = [];
  if (width > cells) {
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column += cells) {
        parts.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: Math.min(range.lastColumn, column + cells - 1) });
      }
    }
    return parts;
  }
  const rows = Math.max(1, Math.floor(cells / width));
  for (let row = range.firstRow; row <= range.lastRow; row += rows) {
    parts.push({ ...range, firstRow: row, lastRow: Math.min(range.lastRow, row + rows - 1) });
  }
  return parts;
}
