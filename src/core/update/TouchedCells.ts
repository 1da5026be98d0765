import type { CellRange } from '../workbook/Address';

/** Cells of one sheet, added one after the other and asked for meanwhile. */
export class TouchedCells {
  readonly #columns = new Map<number, { rows: Uint8Array; first: number; last: number }>();

  /** Adds all cells of a range. */
  addRange({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): void {
    for (let number = firstColumn; number <= lastColumn; number++) {
      let column = this.#columns.get(number);
      if (column === undefined)
        this.#columns.set(number, (column = { rows: new Uint8Array(lastRow + 64), first: firstRow, last: lastRow }));
      if (lastRow >= column.rows.length) {
        const longer = new Uint8Array(2 * lastRow);
        longer.set(column.rows);
        column.rows = longer;
      }
      column.rows.fill(1, firstRow, lastRow + 1);
      column.first = Math.min(column.first, firstRow);
      column.last = Math.max(column.last, lastRow);
    }
  }

  /** True when one of the cells stands in the range. */
  any({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean {
    if (this.#columns.size === 0) return false;
    if (lastColumn - firstColumn > this.#columns.size) {
      for (const number of this.#columns.keys())
        if (number >= firstColumn && number <= lastColumn && this.#anyIn(number, firstRow, lastRow)) return true;
      return false;
    }
    for (let number = firstColumn; number <= lastColumn; number++) if (this.#anyIn(number, firstRow, lastRow)) return true;
    return false;
  }

  /** Runs of the cells down each column. */
  blocks(): CellRange[] {
    const found: CellRange[] = [];
    for (const [column, { rows, first, last }] of this.#columns) {
      for (let row = first; row <= last; row++) {
        if (rows[row] !== 1) continue;
        const firstRow = row;
        while (rows[row + 1] === 1) row++;
        found.push({ firstRow, lastRow: row, firstColumn: column, lastColumn: column });
      }
    }
    return found;
  }

  #anyIn(number: number, firstRow: number, lastRow: number): boolean {
    const column = this.#columns.get(number);
    if (column === undefined || lastRow < column.first || firstRow > column.last) return false;
    const from = Math.max(firstRow, column.first);
    if (firstRow === lastRow) return column.rows[from] === 1;
    const found = column.rows.indexOf(1, from);
    return found >= 0 && found <= lastRow;
  }
}
