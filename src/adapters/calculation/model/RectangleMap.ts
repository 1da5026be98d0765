/** More than there are columns, common ones included. */
const WIDE = 65_536;
/** More than there are sheets. */
const MANY = 4_096;

/** Something for each of many rectangles. */
export class RectangleMap<T> {
  /** By where they begin and their sheet, then by where they end: numbers are found quicker than texts made of them. */
  readonly #corners = new Map<number, Map<number, T>>();

  get(sheet: number, firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): T | undefined {
    return this.#corners.get((firstRow * WIDE + firstColumn) * MANY + sheet)?.get(lastRow * WIDE + lastColumn);
  }

  set(sheet: number, firstRow: number, firstColumn: number, lastRow: number, lastColumn: number, value: T): void {
    const corner = (firstRow * WIDE + firstColumn) * MANY + sheet;
    let ends = this.#corners.get(corner);
    if (ends === undefined) this.#corners.set(corner, (ends = new Map()));
    ends.set(lastRow * WIDE + lastColumn, value);
  }

  clear(): void {
    this.#corners.clear();
  }
}
