import type { Area } from '../values/Area';
import type { Arrangement } from './Arrangement';
import { Pending, Withheld } from './interruptions';
import { RectangleMap } from './RectangleMap';

interface Entry<T> {
  readonly version: number;
  /** Undefined where it was asked for only once. */
  readonly made: T | undefined;
}

/** What was made of the cells of ranges that are read again and again while nothing in them changes. */
export class RangeMemory<T> {
  readonly #memories = new WeakMap<Arrangement, RectangleMap<Entry<T>>>();

  constructor(private readonly make: (cells: Area) => T) {}

  /** What is made of these cells; null when it is better to look through them. */
  of(cells: Area): T | null {
    const { arrangement, sheet, firstRow, firstColumn, lastRow, lastColumn } = cells;
    const version = arrangement.version(sheet, firstRow, firstColumn, lastRow, lastColumn);
    if (version === null) return null;
    let memory = this.#memories.get(arrangement);
    if (memory === undefined) this.#memories.set(arrangement, (memory = new RectangleMap()));
    const known = memory.get(sheet, firstRow, firstColumn, lastRow, lastColumn);
    if (known?.version !== version) {
      memory.set(sheet, firstRow, firstColumn, lastRow, lastColumn, { version, made: undefined });
      return null;
    }
    if (known.made !== undefined) return known.made;
    const made = this.#read(cells);
    if (made !== null) memory.set(sheet, firstRow, firstColumn, lastRow, lastColumn, { version, made });
    return made;
  }

  /** Null when some cell has no value, or none yet, which looking through them may never get to. */
  #read(cells: Area): T | null {
    try {
      return this.make(cells);
    } catch (reason) {
      if (reason instanceof Pending || reason instanceof Withheld) return null;
      throw reason;
    }
  }
}
