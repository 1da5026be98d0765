import { parseRange, stringifyAddress } from '../../src/core/workbook/Address';

/** The cells of a range, row by row; what is no range (rows, a name) comes back as it is. */
export function expandRange(address: string): string[] {
  const range = parseRange(address);
  if (range === null) return [address];
  const cells: string[] = [];
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) cells.push(stringifyAddress({ row, column }));
  }
  return cells;
}
