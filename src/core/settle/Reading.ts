import { ownPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import { columnLines, rowLines, type LineIndex } from '../align/LineIndex';
import { share } from '../align/SharedIds';
import { ContentClass, type SheetContent } from '../align/SheetContent';
import type { CellPair } from '../compare/CellPair';
import { compareCells } from '../compare/compareCells';
import { hiddenDifferences, lineDifferences, moveDifferences, ownLinesOf } from '../compare/compareLines';
import { runsOf, type SettledPair } from '../compare/foldRuns';
import { formatIds, type FormatIds } from '../compare/FormatIds';
import { lookOf, type Look } from './Onlookers';

/** What it costs to read of one more difference, in cells that are told of. */
export const READING = 10;
/** What a cell counts that stands on a line which moved. */
const MOVED = 0.5;

/** What a layout of a sheet pair gives a person to read. */
export interface Reading {
  /** Differences, and the cells in them. */
  readonly score: number;
  /** How many cells differ in lines of official, where any do. */
  readonly amiss: Readonly<Record<'rows' | 'columns', ReadonlyMap<number, number>>>;
  /** What does the same and looks elsewhere, there and where the sheet is looked into. */
  readonly askew: readonly Look[];
}

const NO_MARKS = { filled: [] };

/** Counts what layouts of one sheet pair give to read: what a comparison would list, but for what merely follows. */
export class Readings {
  readonly lines: Readonly<Record<'rows' | 'columns', readonly [LineIndex, LineIndex]>>;
  readonly #strings: Int32Array;
  readonly #formats: FormatIds;
  #onlookers: readonly Look[] | null = null;

  constructor(
    grid: CommonGrid,
    readonly pair: number,
    readonly official: SheetContent,
    readonly local: SheetContent,
  ) {
    this.lines = { rows: [rowLines(official), rowLines(local)], columns: [columnLines(official), columnLines(local)] };
    this.#strings = share(grid.official.strings, grid.local.strings);
    this.#formats = formatIds(grid.official.formats, grid.local.formats);
  }

  /** How many cells are looked at each time. */
  get effort(): number {
    return this.official.cells.count + this.local.cells.count + (this.#onlookers?.length ?? 0) + 200;
  }

  /** From here on formulas elsewhere, names and tables that look into the sheet count too. */
  lookFrom(onlookers: readonly Look[]): void {
    this.#onlookers = onlookers;
  }

  /** What a grid gives to read, on the sheet pair and of the formulas that look into it; numbers typed over numbers may be left out. */
  of(grid: CommonGrid, numbers = true): Reading {
    const layout = grid.pairs[this.pair]!;
    const ends = grid.ends[this.pair]!;
    const [ours, theirs] = [this.official.cells, this.local.cells];
    let score = 0;
    for (const { cells } of lineDifferences(grid, this.pair, ownLinesOf(grid, this.pair))) score += READING + cells;
    for (const { cells } of moveDifferences(grid, this.pair)) score += READING + MOVED * cells;
    for (const axis of ['rows', 'columns'] as const) {
      for (const { cells } of hiddenDifferences(grid, this.pair, axis)) score += READING + cells;
    }
    const amiss = { rows: new Map<number, number>(), columns: new Map<number, number>() };
    const count = (lines: Map<number, number>, line: number): void => void lines.set(line, (lines.get(line) ?? 0) + 1);
    const differing = compareCells({
      grid,
      pair: this.pair,
      ends,
      tolerance: 0,
      strings: this.#strings,
      formats: this.#formats,
      notes: false,
    });
    const causes = differing.filter((cell): cell is SettledPair => cell.role !== null && (numbers || !this.#isNumberOverNumber(cell)));
    const askew: Look[] = [];
    for (const { row, column, official: p, local: q } of causes) {
      const own = ownPlace(layout, 'official', row, column);
      count(amiss.rows, own.row);
      count(amiss.columns, own.column);
      const [f, g] = [p < 0 ? -1 : ours.formula[p]!, q < 0 ? -1 : theirs.formula[q]!];
      if (f >= 0 && g >= 0 && grid.sameSkeleton(f, g)) askew.push(lookOf(grid, this.pair, p, q));
    }
    for (const { count } of runsOf(grid, this.pair, causes, NO_MARKS)) score += READING + count;
    return { score: score + this.#onlookersAmiss(grid, askew), amiss, askew };
  }

  #isNumberOverNumber({ official: p, local: q }: CellPair): boolean {
    const isNumber = ({ contentClass }: SheetContent, at: number): boolean => at >= 0 && contentClass[at] === ContentClass.Number;
    return isNumber(this.official, p) && isNumber(this.local, q);
  }

  #onlookersAmiss(grid: CommonGrid, askew: Look[]): number {
    const amiss = (this.#onlookers ?? []).filter(({ official, local, place }) => !grid.sameTargets(official, local, place));
    askew.push(...amiss);
    return readingOfLooks(amiss);
  }
}

/** What formulas give to read that look elsewhere, one after the other of one formula being one difference. */
export function readingOfLooks(looks: readonly Look[]): number {
  return looks.reduce((score, { official, local }, k) => {
    const before = looks[k - 1];
    return score + 1 + (before?.official === official && before.local === local ? 0 : READING);
  }, 0);
}
