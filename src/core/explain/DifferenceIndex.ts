import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { Difference, DifferenceSide } from '../compare/Difference';
import { columnNumber, MAX_COLUMN, MAX_ROW, parseRange, type CellRange } from '../workbook/Address';
import { nameKey } from './Precedents';

type Side = 'official' | 'local';

/** A difference where it stands in one workbook; rows within a column. */
interface Stretch {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly difference: number;
}

/** Differences wider than this are looked for one by one, not by column. */
const WIDE = 64;

/** The differences of one sheet of one workbook. */
class SheetDifferences {
  readonly #byColumn = new Map<number, Stretch[]>();
  readonly #wide: { readonly range: CellRange; readonly difference: number }[] = [];
  #columns: readonly number[] | null = null;

  add(range: CellRange, difference: number): void {
    this.#columns = null;
    if (range.lastColumn - range.firstColumn > WIDE) {
      this.#wide.push({ range, difference });
      return;
    }
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const stretch = { firstRow: range.firstRow, lastRow: range.lastRow, difference };
      const known = this.#byColumn.get(column);
      if (known === undefined) this.#byColumn.set(column, [stretch]);
      else known.push(stretch);
    }
  }

  forEachIn(area: CellRange, visit: (difference: number) => void): void {
    for (const { range, difference } of this.#wide) if (overlap(range, area)) visit(difference);
    this.#columns ??= this.#sort();
    for (const column of this.#columns) {
      if (column < area.firstColumn || column > area.lastColumn) continue;
      for (const { firstRow, lastRow, difference } of this.#from(column, area.firstRow)) {
        if (firstRow > area.lastRow) break;
        if (lastRow >= area.firstRow) visit(difference);
      }
    }
  }

  #sort(): readonly number[] {
    for (const stretches of this.#byColumn.values()) stretches.sort((a, b) => a.firstRow - b.firstRow);
    return [...this.#byColumn.keys()].sort((a, b) => a - b);
  }

  /** The stretches of a column from the last one that begins before a row; stretches of a column do not overlap. */
  *#from(column: number, row: number): Iterable<Stretch> {
    const stretches = this.#byColumn.get(column)!;
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stretches[middle]!.firstRow < row) low = middle + 1;
      else high = middle;
    }
    for (let at = Math.max(0, low - 1); at < stretches.length; at++) yield stretches[at]!;
  }
}

/** Finds the differences that a range or a name of either workbook has to do with. */
export class DifferenceIndex {
  readonly #sheets: { readonly official: (SheetDifferences | undefined)[]; readonly local: (SheetDifferences | undefined)[] };
  readonly #names = new Map<string, number>();

  constructor(grid: CommonGrid, differences: readonly Difference[]) {
    this.#sheets = { official: [], local: [] };
    differences.forEach((difference, index) => {
      for (const side of ['official', 'local'] as const) {
        const place = difference[side];
        if (place === null) continue;
        if (difference.kind === 'name') this.#names.set(nameOf(place), index);
        const range = movesNumbers(difference) ? rangeOf(place) : null;
        const pair = range === null ? -1 : pairOfSheet(grid, side, place.sheet);
        if (range !== null && pair >= 0) (this.#sheets[side][pair] ??= new SheetDifferences()).add(range, index);
      }
    });
  }

  /** Visits the differences, by their place in the list, that a range of one workbook holds anything of. */
  forEachIn(side: Side, target: Target, visit: (difference: number) => void): void {
    this.#sheets[side][target.pair]?.forEachIn(target, visit);
  }

  /** The difference of a defined name by its key (see `nameKey`); -1 where it has none. */
  ofName(key: string): number {
    return this.#names.get(key) ?? -1;
  }
}

/** The sheet pair with a sheet of this name on one side; -1 when there is none. */
export function pairOfSheet(grid: CommonGrid, side: Side, name: string): number {
  const sheet = grid[side].sheets.findIndex((each) => each.name === name);
  return sheet < 0 ? -1 : (side === 'official' ? grid.officialPair : grid.localPair)[sheet]!;
}

function movesNumbers({ kind, official, local }: Difference): boolean {
  switch (kind) {
    case 'format':
    case 'note':
    case 'validation':
    case 'hidden':
    case 'name':
    case 'table':
      return false;
    case 'row':
    case 'column':
      // What moved holds what it held.
      return official === null || local === null;
    default:
      return true;
  }
}

function nameOf({ sheet, address }: DifferenceSide): string {
  return nameKey(address.replace(/^.*!/, ''), sheet === '' ? null : sheet);
}

/** The cells that a side of a difference covers, whole rows, columns and sheets up to where Excel's end; null where it covers none. */
export function rangeOf({ address }: DifferenceSide): CellRange | null {
  const whole = { firstRow: 1, lastRow: MAX_ROW, firstColumn: 1, lastColumn: MAX_COLUMN };
  if (address === '') return whole;
  const rows = /^(\d+):(\d+)$/.exec(address);
  if (rows) return { ...whole, firstRow: Number(rows[1]), lastRow: Number(rows[2]) };
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(address);
  if (columns) return { ...whole, firstColumn: columnNumber(columns[1]!), lastColumn: columnNumber(columns[2]!) };
  return parseRange(address);
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.firstRow <= b.lastRow && b.firstRow <= a.lastRow && a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}
