import type { CellColumns } from './Snapshot';

/** Collects the cells of a sheet, in any order, into `CellColumns`. */
export class CellColumnsBuilder {
  #capacity = 256;
  #row = new Int32Array(this.#capacity);
  #column = new Uint16Array(this.#capacity);
  #kind = new Uint8Array(this.#capacity);
  #payload = new Float64Array(this.#capacity);
  #formula = new Int32Array(this.#capacity);
  #format = new Uint16Array(this.#capacity);
  #count = 0;
  #sorted = true;

  /** How many cells were added. */
  get count(): number {
    return this.#count;
  }

  /** Adds a cell; the arguments are what `CellColumns` holds. Returns its position until `finish`. */
  add(row: number, column: number, kind: number, payload: number, formula: number, format: number): number {
    const at = this.#count;
    if (at === this.#capacity) this.#grow();
    if (at > 0 && this.#sorted) {
      const before = this.#row[at - 1]!;
      this.#sorted = row > before || (row === before && column > this.#column[at - 1]!);
    }
    this.#row[at] = row;
    this.#column[at] = column;
    this.#kind[at] = kind;
    this.#payload[at] = payload;
    this.#formula[at] = formula;
    this.#format[at] = format;
    this.#count = at + 1;
    return at;
  }

  /** Gives a cell that was added its formula after all. */
  setFormula(position: number, formula: number): void {
    this.#formula[position] = formula;
  }

  /** The cells sorted by row, then column; of cells that were added twice the last one counts. */
  finish(): CellColumns {
    const count = this.#count;
    if (this.#sorted) {
      return {
        count,
        row: this.#row.slice(0, count),
        column: this.#column.slice(0, count),
        kind: this.#kind.slice(0, count),
        payload: this.#payload.slice(0, count),
        formula: this.#formula.slice(0, count),
        format: this.#format.slice(0, count),
      };
    }
    const order = this.#order();
    return {
      count: order.length,
      row: Int32Array.from(order, (at) => this.#row[at]!),
      column: Uint16Array.from(order, (at) => this.#column[at]!),
      kind: Uint8Array.from(order, (at) => this.#kind[at]!),
      payload: Float64Array.from(order, (at) => this.#payload[at]!),
      formula: Int32Array.from(order, (at) => this.#formula[at]!),
      format: Uint16Array.from(order, (at) => this.#format[at]!),
    };
  }

  #order(): Uint32Array {
    const place = (at: number): number => this.#row[at]! * 16_385 + this.#column[at]!;
    const order = new Uint32Array(this.#count).map((_, at) => at).sort((one, other) => place(one) - place(other) || one - other);
    return order.filter((at, index) => index === order.length - 1 || place(order[index + 1]!) !== place(at));
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#row = copyInto(new Int32Array(this.#capacity), this.#row);
    this.#column = copyInto(new Uint16Array(this.#capacity), this.#column);
    this.#kind = copyInto(new Uint8Array(this.#capacity), this.#kind);
    this.#payload = copyInto(new Float64Array(this.#capacity), this.#payload);
    this.#formula = copyInto(new Int32Array(this.#capacity), this.#formula);
    this.#format = copyInto(new Uint16Array(this.#capacity), this.#format);
  }
}

function copyInto<T extends { set(values: ArrayLike<number>): void }>(target: T, values: ArrayLike<number>): T {
  target.set(values);
  return target;
}
