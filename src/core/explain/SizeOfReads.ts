import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import { rowStart } from '../workbook/cellAt';
import { ValueKind } from '../workbook/Snapshot';
import { cellsOf, SIDES, type Result } from './Result';

/** So many cells are looked at in all; what is asked after that counts as small. */
const MOST_LOOKED_AT = 1_000_000;
/** More columns than a sheet has. */
const ACROSS = 2 ** 15;

type Side = (typeof SIDES)[number];

/** How large the numbers are that results are calculated from: those that they read, and those that nearly equal ones among these read. */
export class SizeOfReads {
  readonly #results = { official: new Map<number, Map<number, Result>>(), local: new Map<number, Map<number, Result>>() };
  readonly #sizes = new Map<Result, number>();
  #looked = 0;

  constructor(
    readonly grid: CommonGrid,
    near: readonly Result[],
  ) {
    for (const result of near) {
      const { pair, officialRow, officialColumn, localRow, localColumn } = result.place;
      for (const [side, row, column] of [
        ['official', officialRow, officialColumn],
        ['local', localRow, localColumn],
      ] as const) {
        const places = this.#results[side];
        if (!places.has(pair)) places.set(pair, new Map());
        places.get(pair)!.set(row * ACROSS + column, result);
      }
    }
  }

  /** At least 1, as noise is never measured finer. */
  of(result: Result): number {
    const known = this.#sizes.get(result);
    if (known !== undefined) return known;
    // Whoever reads itself ends here.
    this.#sizes.set(result, 1);
    let size = 1;
    for (const side of SIDES) {
      result.reads[side].ranges(result.place, (target) => {
        size = Math.max(size, this.#within(side, target));
        return this.#looked > MOST_LOOKED_AT;
      });
    }
    this.#sizes.set(result, size);
    return size;
  }

  #within(side: Side, { pair, firstRow, lastRow, firstColumn, lastColumn }: Target): number {
    if (this.grid.pairs[pair]![side] === null) return 1;
    const cells = cellsOf(this.grid, pair, side);
    const results = this.#results[side].get(pair);
    // What is read is asked for last: it may read the same target.
    const inner: Result[] = [];
    let size = 1;
    for (let p = rowStart(cells, firstRow); p < cells.count && cells.row[p]! <= lastRow; p++) {
      if (++this.#looked > MOST_LOOKED_AT) return 1;
      const column = cells.column[p]!;
      if (column < firstColumn || column > lastColumn || cells.kind[p] !== ValueKind.Number) continue;
      size = Math.max(size, Math.abs(cells.payload[p]!));
      const result = results?.get(cells.row[p]! * ACROSS + column);
      if (result !== undefined) inner.push(result);
    }
    for (const result of inner) size = Math.max(size, this.of(result));
    return size;
  }
}
