import type { CellRange } from '../workbook/Address';
import { covers, overlaps } from '../workbook/Address';

interface Entry<T> {
  readonly range: CellRange;
  readonly of: T;
}

/** Ranges wider than this are looked for by row alone. */
const WIDE = 64;

/** Ranges of one sheet, each with what it stands for; they may overlap. */
export class RangeIndex<T> {
  /** By column; wide ranges in 0. */
  readonly #buckets = new Map<number, Bucket<T>>();

  add(range: CellRange, of: T): void {
    const isWide = range.lastColumn - range.firstColumn >= WIDE;
    const [first, last] = isWide ? [0, 0] : [range.firstColumn, range.lastColumn];
    for (let column = first; column <= last; column++) {
      let bucket = this.#buckets.get(column);
      if (bucket === undefined) this.#buckets.set(column, (bucket = new Bucket()));
      bucket.add({ range, of });
    }
  }

  /** How much of an area one of the ranges covers. */
  share(area: CellRange): 'none' | 'some' | 'all' {
    let share: 'none' | 'some' | 'all' = 'none';
    this.#some(area, ({ range }) => {
      share = covers(range, area) ? 'all' : 'some';
      return share === 'all';
    });
    return share;
  }

  /** What a range stands for that has cells of the area; null when there is none. */
  find(area: CellRange): T | null {
    let found: T | null = null;
    this.#some(area, ({ of }) => {
      found = of;
      return true;
    });
    return found;
  }

  #some(area: CellRange, visit: (entry: Entry<T>) => boolean): void {
    const isNarrow = area.lastColumn - area.firstColumn < this.#buckets.size;
    if (this.#buckets.get(0)?.some(area, visit)) return;
    if (isNarrow) {
      for (let column = area.firstColumn; column <= area.lastColumn; column++) if (this.#buckets.get(column)?.some(area, visit)) return;
    } else
      for (const [column, bucket] of this.#buckets)
        if (column >= area.firstColumn && column <= area.lastColumn && bucket.some(area, visit)) return;
  }
}

/** Ranges by their first row. */
class Bucket<T> {
  readonly #entries: Entry<T>[] = [];
  /** By entry, the last row that it or one before it reaches; null until they are in order. */
  #reach: number[] | null = null;

  add(entry: Entry<T>): void {
    this.#entries.push(entry);
    this.#reach = null;
  }

  some(area: CellRange, visit: (entry: Entry<T>) => boolean): boolean {
    const reach = (this.#reach ??= this.#sort());
    let low = 0;
    let high = reach.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! < area.firstRow) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < reach.length; at++) {
      const entry = this.#entries[at]!;
      if (entry.range.firstRow > area.lastRow) return false;
      if (overlaps(entry.range, area) && visit(entry)) return true;
    }
    return false;
  }

  #sort(): number[] {
    this.#entries.sort((a, b) => a.range.firstRow - b.range.firstRow);
    let last = 0;
    return this.#entries.map(({ range }) => (last = Math.max(last, range.lastRow)));
  }
}
