import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { Place } from '../align/Place';
import { Precedents, type Reads } from '../explain/Precedents';
import type { CellRange } from '../workbook/Address';
import { findCell } from '../workbook/cellAt';
import type { SheetRange } from './CellUpdate';
import { TouchedCells } from './TouchedCells';

/** More rounds through all formulas are not made: then every formula counts as one that follows. */
const MOST_ROUNDS = 20;

/**
 * Where local's values may be others after edits in these ranges: every formula that reads them, straight or through others,
 * and what Excel calculates each time. Runs down the columns of each sheet.
 */
export function findDependents(grid: CommonGrid, edited: readonly SheetRange[]): SheetRange[] {
  const { sheets } = grid.local;
  const touched = sheets.map(() => new TouchedCells());
  const followed = sheets.map(() => new TouchedCells());
  for (const { sheet, range } of edited) touched[sheets.findIndex(({ name }) => name === sheet)]?.addRange(range);
  const sheetOfPair = grid.pairs.map(({ local }) => local ?? -1);
  const isTouched = (target: Target): boolean => touched[sheetOfPair[target.pair]!]?.any(target) ?? false;
  const formulas = sheets.map((_, sheet) => new SheetFormulas(grid, sheet));
  for (let round = 0, more = true; more; round++) {
    more = false;
    formulas.forEach((own, sheet) => {
      const found = own.takeFollowing(isTouched, round >= MOST_ROUNDS, (range) => {
        touched[sheet]!.addRange(range);
        followed[sheet]!.addRange(range);
      });
      more ||= found;
    });
  }
  return sheets.flatMap(({ name }, index) => followed[index]!.blocks().map((range) => ({ sheet: name, range })));
}

/** The formulas of one local sheet that were not found to follow yet. */
class SheetFormulas {
  readonly #place: Place;
  readonly #reads: Reads[] = [];
  readonly #positions: number[] = [];
  readonly #arrays: ReadonlyMap<number, CellRange>;
  #tables: CellRange[];
  #left: Uint8Array;

  constructor(
    readonly grid: CommonGrid,
    readonly sheet: number,
  ) {
    const { name, cells, arrays } = grid.local.sheets[sheet]!;
    this.#place = { pair: grid.localPair[sheet]!, officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 };
    this.#arrays = new Map(arrays.map(({ range }) => [findCell(cells, range.firstRow, range.firstColumn), range]));
    // A data table has no formula that could be asked.
    this.#tables = arrays.filter(({ kind }) => kind === 'dataTable').map(({ range }) => range);
    const precedents = new Precedents(grid, 'local');
    const known = new Map<number, Reads>();
    for (let p = 0; p < cells.count; p++) {
      const formula = cells.formula[p]!;
      if (formula < 0) continue;
      let reads = known.get(formula);
      if (reads === undefined) known.set(formula, (reads = precedents.of(grid.localShapes.of(formula), name)));
      this.#positions.push(p);
      this.#reads.push(reads);
    }
    this.#left = new Uint8Array(this.#positions.length).fill(1);
  }

  /** Hands over the cells of those that follow what is touched, which may be more with each; true when there were any. */
  takeFollowing(isTouched: (target: Target) => boolean, all: boolean, take: (range: CellRange) => void): boolean {
    const { row, column } = this.grid.local.sheets[this.sheet]!.cells;
    const place = this.#place;
    let found = this.#tables.length > 0;
    for (const range of this.#tables) take(range);
    this.#tables = [];
    for (let k = 0; k < this.#positions.length; k++) {
      if (this.#left[k] === 0) continue;
      const p = this.#positions[k]!;
      place.localRow = row[p]!;
      place.localColumn = column[p]!;
      const reads = this.#reads[k]!;
      if (!(all || reads.hidden !== null || reads.ranges(place, isTouched))) continue;
      this.#left[k] = 0;
      found = true;
      const own = { firstRow: row[p]!, lastRow: row[p]!, firstColumn: column[p]!, lastColumn: column[p]! };
      take(this.#arrays.get(p) ?? own);
    }
    return found;
  }
}
