/** Where values of one sheet differ, in that sheet's own rows and columns, for asking whether a range holds any of it. */
export class DifferingCells {
  readonly #rowsByColumn = new Map<number, number[]>();
  #columns: number[] = [];
  #sorted = true;

  add(row: number, column: number): void {
    const rows = this.#rowsByColumn.get(column);
    if (rows === undefined) this.#rowsByColumn.set(column, [row]);
    else rows.push(row);
    this.#sorted = false;
  }

  /** True when a differing cell other than the one at `exceptRow`, `exceptColumn` stands in the range (all rows and columns of the sheet). */
  any(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number, exceptRow: number, exceptColumn: number): boolean {
    this.#sort();
    for (let c = lowerBound(this.#columns, firstColumn); c < this.#columns.length && this.#columns[c]! <= lastColumn; c++) {
      const column = this.#columns[c]!;
      const rows = this.#rowsByColumn.get(column)!;
      for (let r = lowerBound(rows, firstRow); r < rows.length && rows[r]! <= lastRow; r++) {
        if (rows[r] !== exceptRow || column !== exceptColumn) return true;
      }
    }
    return false;
  }

  #sort(): void {
    if (this.#sorted) return;
    for (const rows of this.#rowsByColumn.values()) rows.sort((a, b) => a - b);
    this.#columns = [...this.#rowsByColumn.keys()].sort((a, b) => a - b);
    this.#sorted = true;
  }
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
