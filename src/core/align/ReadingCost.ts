import { REFERENCE_SIZE, Ref, RefSheet, type FormulaShape } from '../formula/FormulaShapes';
import { ValueKind } from '../workbook/Snapshot';
import { bandAt } from './bands';
import type { CommonGrid, Place } from './CommonGrid';
import type { Axis, SheetPair } from './Correspondence';
import { cellsOfLine, columnLines, rowLines, type LineIndex } from './LineIndex';
import { mix } from './mix';
import { isPastEnd, type AxisEnd } from './pairEnds';
import type { SheetContent } from './SheetContent';
import { walkPair } from './walkPair';

/** What it costs to read of one more difference, in cells that are told of. */
export const READING = 10;
/** What a cell counts whose formula only looks elsewhere, and one that stands on a line that moved. */
const LOOKS_ELSEWHERE = 1;
const MOVED = 0.5;

/** What a layout of a sheet pair gives a person to read. */
export interface ReadingCost {
  /** Differences, and the cells in them. */
  readonly score: number;
  /** What of it is of lines that only one side has. */
  readonly alone: number;
  /** How many cells find their equal. */
  readonly equal: number;
  /** Lines of official with cells that differ. */
  readonly amiss: Readonly<Record<'rows' | 'columns', ReadonlySet<number>>>;
}

/** Cells of formulas elsewhere that look into a sheet pair: positions in both sheets of their own pair. */
interface Onlooker {
  readonly pair: number;
  readonly p: number;
  readonly q: number;
}

/** Counts what layouts of one sheet pair give to read, with formulas taken for what they mean there. */
export class ReadingCosts {
  readonly lines: Readonly<Record<'rows' | 'columns', readonly [LineIndex, LineIndex]>>;
  /** How many cells are looked at each time. */
  readonly effort: number;
  readonly #onlookers: Onlooker[] = [];
  readonly #place: Place = { pair: 0, officialRow: 0, officialColumn: 0, localRow: 0, localColumn: 0 };

  constructor(
    grid: CommonGrid,
    readonly pair: number,
    readonly official: SheetContent,
    readonly local: SheetContent,
  ) {
    this.lines = { rows: [rowLines(official), rowLines(local)], columns: [columnLines(official), columnLines(local)] };
    grid.pairs.forEach((other, index) => {
      if (index !== pair && other.official !== null && other.local !== null) this.#findOnlookers(grid, other, index);
    });
    this.effort = official.cells.count + local.cells.count + this.#onlookers.length + 200;
  }

  /** What a grid gives to read, on the sheet pair and of the formulas that look into it. */
  of(grid: CommonGrid): ReadingCost {
    const layout = grid.pairs[this.pair]!;
    const ends = grid.ends[this.pair]!;
    const amiss = { rows: new Set<number>(), columns: new Set<number>() };
    let score = this.linesAlone('rows', layout.rows, ends.rows) + this.linesAlone('columns', layout.columns, ends.columns);
    for (const { of: name, axis } of layout.bands) score += this.linesAlone(name === 'rows' ? 'columns' : 'rows', axis, undefined);
    const alone = score;
    for (const {
      of: name,
      official: { first, last },
    } of layout.moves) {
      score += READING;
      for (let line = first; line <= last; line++) score += MOVED * cellsOfLine(this.lines[name][0], line);
    }
    /** By common column: the row of the last cell that differs, and in what way. */
    const above = new Map<number, { readonly row: number; readonly way: number }>();
    let equal = 0;
    walkPair(this.official.cells, this.local.cells, layout, (p, q, row, column) => {
      const past = isPastEnd(ends.rows, row) || isPastEnd(ends.columns, column);
      if (past && bandAt(layout, 'rows', row) === undefined && bandAt(layout, 'columns', column) === undefined) return;
      if (this.#same(grid, p, q)) {
        equal++;
        return;
      }
      const way = this.#way(p, q);
      const [up, left] = [above.get(column), above.get(column - 1)];
      const folded = (up?.row === row - 1 && up.way === way) || (left?.row === row && left.way === way);
      above.set(column, { row, way });
      score += (this.#looksElsewhere(grid, p, q) ? LOOKS_ELSEWHERE : 1) + (folded ? 0 : READING);
      if (p >= 0) {
        amiss.rows.add(this.official.cells.row[p]!);
        amiss.columns.add(this.official.cells.column[p]!);
      } else {
        amiss.rows.add(layout.rows.toOfficial[row] ?? 0);
        amiss.columns.add(layout.columns.toOfficial[column] ?? 0);
      }
    });
    return { score: score + this.#onlookersAmiss(grid), alone, equal, amiss };
  }

  /** What the lines give to read that only one side has. */
  linesAlone(name: 'rows' | 'columns', axis: Axis, ends: AxisEnd | undefined): number {
    const [ours, theirs] = this.lines[name];
    let score = 0;
    let open = 0;
    for (let common = 1; common <= axis.length; common++) {
      const official = axis.toOfficial[common]!;
      const local = axis.toLocal[common]!;
      const filled =
        official === 0 ? cellsOfLine(theirs, local) : cellsOfLine(ours, official) + (local === 0 ? 0 : cellsOfLine(theirs, local));
      const past = ends !== undefined && isPastEnd(ends, common);
      const side = official === 0 ? 2 : local === 0 ? 1 : past && filled > 0 ? 3 : 0;
      if (side !== 0) score += filled + (side === open ? 0 : READING);
      open = side;
    }
    return score;
  }

  #same(grid: CommonGrid, p: number, q: number): boolean {
    if (p < 0 || q < 0)
      return p < 0
        ? this.local.cells.kind[q] === ValueKind.Empty && this.local.cells.formula[q]! < 0
        : this.official.cells.kind[p] === ValueKind.Empty && this.official.cells.formula[p]! < 0;
    const f = this.official.cells.formula[p]!;
    const g = this.local.cells.formula[q]!;
    if (f < 0 || g < 0) return f < 0 && g < 0 && this.official.exact[p] === this.local.exact[q];
    const place = this.#place;
    place.pair = this.pair;
    place.officialRow = this.official.cells.row[p]!;
    place.officialColumn = this.official.cells.column[p]!;
    place.localRow = this.local.cells.row[q]!;
    place.localColumn = this.local.cells.column[q]!;
    return grid.sameFormula(f, g, place);
  }

  /** Equal for cells that one edit makes differ: formulas by what they do and did, else by the formula that is gone or new. */
  #way(p: number, q: number): number {
    const f = p < 0 ? -1 : this.official.cells.formula[p]!;
    const g = q < 0 ? -1 : this.local.cells.formula[q]!;
    if (f < 0 && g < 0) return -1 - mix(Math.max(0, p), Math.max(0, q));
    return mix(f, g);
  }

  #looksElsewhere(grid: CommonGrid, p: number, q: number): boolean {
    if (p < 0 || q < 0) return false;
    const [f, g] = [this.official.cells.formula[p]!, this.local.cells.formula[q]!];
    return f >= 0 && g >= 0 && grid.sameSkeleton(f, g);
  }

  #findOnlookers(grid: CommonGrid, other: SheetPair, index: number): void {
    const ours = grid.official.sheets[other.official!]!.cells;
    const theirs = grid.local.sheets[other.local!]!.cells;
    walkPair(ours, theirs, other, (p, q) => {
      if (p < 0 || q < 0 || ours.formula[p]! < 0 || theirs.formula[q]! < 0) return;
      const looks =
        looksInto(grid.officialShapes.of(ours.formula[p]!), grid.officialPair, this.pair) &&
        looksInto(grid.localShapes.of(theirs.formula[q]!), grid.localPair, this.pair);
      if (looks) this.#onlookers.push({ pair: index, p, q });
    });
  }

  #onlookersAmiss(grid: CommonGrid): number {
    let score = 0;
    let before = 0;
    for (const { pair, p, q } of this.#onlookers) {
      const ours = grid.official.sheets[grid.pairs[pair]!.official!]!.cells;
      const theirs = grid.local.sheets[grid.pairs[pair]!.local!]!.cells;
      const place: Place = {
        pair,
        officialRow: ours.row[p]!,
        officialColumn: ours.column[p]!,
        localRow: theirs.row[q]!,
        localColumn: theirs.column[q]!,
      };
      if (grid.sameFormula(ours.formula[p]!, theirs.formula[q]!, place)) continue;
      const way = mix(ours.formula[p]!, theirs.formula[q]!);
      score += LOOKS_ELSEWHERE + (way === before ? 0 : READING);
      before = way;
    }
    return score;
  }
}

function looksInto({ references }: FormulaShape, pairOf: Int32Array, pair: number): boolean {
  for (let at = 0; at < references.length; at += REFERENCE_SIZE) {
    const sheet = references[at + Ref.sheet]!;
    if (sheet !== RefSheet.Own && sheet >= 0 && pairOf[sheet] === pair) return true;
  }
  return false;
}
