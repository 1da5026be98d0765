import type { CellRange } from './Address';

/** A list whose rows are told apart by a key: a header, then rows of data. */
export interface ListRegion {
  readonly range: CellRange;
  /** The columns of its key. */
  readonly key: readonly number[];
}

/** The list that a cell of a row of data stands in, the cell right behind it included, or the first one for column `Infinity`. */
export function listAt(lists: readonly ListRegion[], row: number, column: number): ListRegion | undefined {
  const inRows = lists.filter(({ range }) => row > range.firstRow && row <= range.lastRow);
  const inside = inRows.find(({ range }) => column >= range.firstColumn && column <= range.lastColumn);
  if (inside !== undefined) return inside;
  return inRows
    .filter(({ range }) => column === Infinity || column === range.lastColumn + 1)
    .sort((a, b) => a.range.firstColumn - b.range.firstColumn)[0];
}
