import type { CellColumns } from '../../../core/workbook/Snapshot';

/** Finds the cells of a sheet by row and column, and those of a rectangle, without looking at the rest. */
export class CellIndex {
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Where each row begins among the cells; one more at the end. */
  readonly #starts: Int32Array;

  constructor(readonly cells: Pick<CellColumns, 'count' | 'row' | 'column'>) {
    const { count, row, column } = cells;
    this.lastRow = count === 0 ? 0 : row[count - 1]!;
    let lastColumn = 0;
    const starts = new Int32Array(this.lastRow + 2);
    let next = 1;
    for (let at = 0; at < count; at++) {
      while (next <= row[at]!) starts[next++] = at;
      if (column[at]! > lastColumn) lastColumn = column[at]!;
    }
    starts[this.lastRow + 1] = count;
    this.lastColumn = lastColumn;
    this.#starts = starts;
  }

  /** The position of a cell, or -1. */
  find(row: number, column: number): number {
    if (row < 1 || row > this.lastRow) return -1;
    const at = this.#from(row, column);
    return at < this.#starts[row + 1]! && this.cells.column[at] === column ? at : -1;
  }

  /** Visits the positions of the cells of a rectangle, row after row; true from `visit` ends it and is returned. */
  some(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number, visit: (position: number) => boolean | void): boolean {
    const { column } = this.cells;
    const end = Math.min(lastRow, this.lastRow);
    const whole = firstColumn <= 1 && lastColumn >= this.lastColumn;
    for (let row = Math.max(1, firstRow); row <= end; row++) {
      const stop = this.#starts[row + 1]!;
      for (let at = whole ? this.#starts[row]! : this.#from(row, firstColumn); at < stop && column[at]! <= lastColumn; at++)
        if (visit(at)) return true;
    }
    return false;
  }

  #from(row: number, wanted: number): number {
    const { column } = this.cells;
    let low = this.#starts[row]!;
    let high = this.#starts[row + 1]!;
    // In a row without gaps the cell is as far from the first as its column is.
    const guess = low < high ? low + wanted - column[low]! : -1;
    if (guess >= low && guess < high && column[guess] === wanted) return guess;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (column[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
