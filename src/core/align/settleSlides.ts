import { REFERENCE_SIZE, RefSheet, type FormulaShape } from '../formula/FormulaShapes';
import type { Snapshot } from '../workbook/Snapshot';
import { isIdentity, makeAxis, unmatchedRuns } from './axis';
import { CommonGrid } from './CommonGrid';
import type { Target } from './Target';
import type { Place } from './Place';
import type { Axis, SheetPair } from './Correspondence';
import { ContentClass, type SheetContent } from './SheetContent';
import { cellsOfLine, columnLines, positionAt, rowLines, type LineIndex } from './LineIndex';
import { movesOf } from './movesOf';
import { walkPair } from './walkPair';

/** A run that one side lacks can often stand at several places, when the lines around it are alike. So far it is looked for. */
const FARTHEST = 5_000;

/**
 * Settles where inserted and deleted rows and columns stand when the lines around them are alike (blank, repeated):
 * there where the formulas of both sides say, whose references moved with the insertion.
 */
export function settleSlides(
  official: Snapshot,
  local: Snapshot,
  pairs: readonly SheetPair[],
  contentOf: (side: 'official' | 'local', sheet: number) => SheetContent,
): readonly SheetPair[] {
  const slides = pairs.flatMap((pair, index) => {
    // Where bands move, references tell of the band and not of where whole lines stand.
    if (pair.official === null || pair.local === null || pair.bands.length > 0) return [];
    if (isIdentity(pair.rows) && isIdentity(pair.columns)) return [];
    const contents = [contentOf('official', pair.official), contentOf('local', pair.local)] as const;
    return (['rows', 'columns'] as const).flatMap((axis) => findSlides(index, axis, pair, contents));
  });
  if (slides.length === 0) return pairs;
  countVotes(new CommonGrid(official, local, pairs), slides);
  const settled = [...pairs];
  for (const slide of slides) {
    const by = slide.bestMove();
    if (by === 0) continue;
    const pair = settled[slide.pair]!;
    const axis = slide.moved(pair[slide.axis], by);
    const moves = pair.moves.filter(({ of }) => of !== slide.axis);
    const index = (slide.axis === 'rows' ? rowLines : columnLines)(contentOf('official', pair.official!));
    settled[slide.pair] = {
      ...pair,
      [slide.axis]: axis,
      moves: [...moves, ...movesOf(slide.axis, axis, pair.keyed, (line) => cellsOfLine(index, line))],
    };
  }
  return settled;
}

/** A run of lines that one side lacks and how far it can move; lines count in the side that has more of them. */
class Slide {
  /** By line: how many references say that the line stands before the run, and how many that it stands behind. */
  readonly #before = new Map<number, number>();
  readonly #behind = new Map<number, number>();

  constructor(
    readonly pair: number,
    readonly axis: 'rows' | 'columns',
    /** The side that has the run. */
    readonly side: 'official' | 'local',
    readonly first: number,
    readonly last: number,
    /** Line of the other side that stands directly before the run. */
    readonly otherBefore: number,
    /** How many lines of the other side the run can move up and down over. */
    readonly up: number,
    readonly down: number,
  ) {}

  /** True for a formula on lines that a move matches anew: what it says of those lines is said of others then. */
  pairsAnew({ officialRow, officialColumn, localRow, localColumn }: Place): boolean {
    const [official, local] = this.axis === 'rows' ? [officialRow, localRow] : [officialColumn, localColumn];
    const line = this.side === 'local' ? official : local;
    return line > this.otherBefore - this.up && line <= this.otherBefore + this.down;
  }

  /** Takes in that a reference names this line of the other side there and that line here. */
  vote(otherLine: number, line: number): void {
    if (otherLine <= this.otherBefore - this.up || otherLine > this.otherBefore + this.down) return;
    const shift = this.first - 1 - this.otherBefore;
    if (line === otherLine + shift) this.#before.set(otherLine, (this.#before.get(otherLine) ?? 0) + 1);
    else if (line === otherLine + shift + this.last - this.first + 1) this.#behind.set(otherLine, (this.#behind.get(otherLine) ?? 0) + 1);
  }

  /** By how many lines the run should move, down positive; 0 when nothing speaks for a move. */
  bestMove(): number {
    if (this.#before.size === 0 && this.#behind.size === 0) return 0;
    let wrong = 0;
    let best = 0;
    let bestBy = 0;
    for (let by = 1; by <= this.down; by++) {
      const line = this.otherBefore + by;
      wrong += (this.#behind.get(line) ?? 0) - (this.#before.get(line) ?? 0);
      if (wrong < best) [best, bestBy] = [wrong, by];
    }
    wrong = 0;
    for (let by = -1; by >= -this.up; by--) {
      const line = this.otherBefore + by + 1;
      wrong += (this.#before.get(line) ?? 0) - (this.#behind.get(line) ?? 0);
      if (wrong < best) [best, bestBy] = [wrong, by];
    }
    return bestBy;
  }

  /** The axis with the run moved. */
  moved(axis: Axis, by: number): Axis {
    const match = new Int32Array(axis.fromOfficial.length);
    for (let i = 1; i < match.length; i++) match[i] = axis.toLocal[axis.fromOfficial[i]!]!;
    const length = this.last - this.first + 1;
    for (let step = 0; step < Math.abs(by); step++) {
      // Moving down, the line before the run is matched anew with the next line of the other side; up, the reverse.
      const other = by > 0 ? this.otherBefore + 1 + step : this.otherBefore - step;
      const line = by > 0 ? this.first + step : this.first - 1 - step + length;
      if (this.side === 'local') match[other] = line;
      else {
        match[by > 0 ? line : line - length] = by > 0 ? other : 0;
        match[by > 0 ? line + length : line] = by > 0 ? 0 : other;
      }
    }
    return makeAxis(axis.fromOfficial.length - 1, axis.fromLocal.length - 1, match);
  }
}

function findSlides(
  index: number,
  name: 'rows' | 'columns',
  pair: SheetPair,
  [official, local]: readonly [SheetContent, SheetContent],
): Slide[] {
  const axis = pair[name];
  if (isIdentity(axis)) return [];
  const linesOf = name === 'rows' ? rowLines : columnLines;
  const cross = name === 'rows' ? pair.columns : pair.rows;
  const ours = { content: official, index: linesOf(official), place: cross.fromOfficial, partner: cross.toLocal };
  const theirs = { content: local, index: linesOf(local), place: cross.fromLocal, partner: cross.toOfficial };
  const slides: Slide[] = [];
  for (const side of ['official', 'local'] as const) {
    const [has, lacks] = side === 'official' ? [ours, theirs] : [theirs, ours];
    const from = side === 'official' ? axis.fromOfficial : axis.fromLocal;
    const toOther = side === 'official' ? axis.toLocal : axis.toOfficial;
    const otherOf = (line: number): number => (line >= 1 && line < from.length ? toOther[from[line]!]! : 0);
    for (const { first, last } of unmatchedRuns(axis, side)) {
      const length = last - first + 1;
      const before = first === 1 ? 0 : otherOf(first - 1);
      if ((first > 1 && before === 0) || otherOf(last + 1) !== before + 1) continue;
      let down = 0;
      while (down < FARTHEST && otherOf(last + 1 + down) === before + 1 + down && sameLine(has, first + down, lacks, before + 1 + down))
        down++;
      let up = 0;
      while (up < FARTHEST && before - up > 0 && otherOf(first - 1 - up) === before - up && sameLine(has, last - up, lacks, before - up))
        up++;
      if (down + up > 0) slides.push(new Slide(index, name, side, first, first + length - 1, before, up, down));
    }
  }
  return slides;
}

interface SideLines {
  readonly content: SheetContent;
  readonly index: LineIndex;
  /** Common place by cross index, and by common place the index on the other side. */
  readonly place: Int32Array;
  readonly partner: Int32Array;
}

/** True when two lines hold the same at every place that both sides have; formulas may point elsewhere. */
function sameLine(a: SideLines, lineA: number, b: SideLines, lineB: number): boolean {
  if (lineA < 1 || lineA > a.index.count || lineB < 1 || lineB > b.index.count) return isBlank(a, lineA) && isBlank(b, lineB);
  const endA = a.index.start[lineA + 1]!;
  const endB = b.index.start[lineB + 1]!;
  const placeOf = (side: SideLines, at: number, end: number): number => {
    if (at >= end) return Infinity;
    const common = side.place[side.index.cross[positionAt(side.index, at)]!]!;
    return side.partner[common] === 0 ? 0 : common;
  };
  let x = a.index.start[lineA]!;
  let y = b.index.start[lineB]!;
  for (;;) {
    const placeA = placeOf(a, x, endA);
    const placeB = placeOf(b, y, endB);
    if (placeA === 0) x++;
    else if (placeB === 0) y++;
    else if (placeA !== placeB) return false;
    else if (placeA === Infinity) return true;
    else if (!sameContent(a.content, positionAt(a.index, x++), b.content, positionAt(b.index, y++))) return false;
  }
}

function isBlank({ index }: SideLines, line: number): boolean {
  return line < 1 || line > index.count || index.start[line] === index.start[line + 1];
}

function sameContent(a: SheetContent, p: number, b: SheetContent, q: number): boolean {
  if (a.exact[p] === b.exact[q]) return true;
  return a.contentClass[p] === ContentClass.Formula && b.contentClass[q] === ContentClass.Formula && a.loose[p] === b.loose[q];
}

/** Lets every reference of formulas that both sides have vote on the slides that it can tell about. */
function countVotes(grid: CommonGrid, slides: readonly Slide[]): void {
  const byPair = new Map<number, Slide[]>();
  for (const slide of slides) byPair.set(slide.pair, [...(byPair.get(slide.pair) ?? []), slide]);
  const a: Target = { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  const b: Target = { ...a };
  const vote = (ours: FormulaShape, theirs: FormulaShape, place: Place): void => {
    for (let at = 0; at < ours.references.length; at += REFERENCE_SIZE) {
      grid.officialTarget(ours, at, place, a);
      grid.localTarget(theirs, at, place, b);
      if (a.pair !== b.pair) continue;
      for (const slide of byPair.get(a.pair) ?? []) if (place.pair !== a.pair || !slide.pairsAnew(place)) voteOnSlide(slide, a, b);
    }
  };
  const localNames = new Map(grid.local.names.map((name) => [`${name.scope}!${name.name}`.toLowerCase(), name]));
  for (const { name, scope, formula } of grid.official.names) {
    const same = localNames.get(`${scope}!${name}`.toLowerCase());
    if (same === undefined) continue;
    const ours = grid.officialShapes.ofText(formula, 1, 1);
    const theirs = grid.localShapes.ofText(same.formula, 1, 1);
    const place = { pair: RefSheet.Missing, officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 };
    if (grid.sameShape(ours, theirs)) vote(ours, theirs, place);
  }
  grid.pairs.forEach((pair, index) => {
    if (pair.official === null || pair.local === null) return;
    const ours = grid.official.sheets[pair.official]!.cells;
    const theirs = grid.local.sheets[pair.local]!.cells;
    walkPair(ours, theirs, pair, (p, q) => {
      if (p < 0 || q < 0 || ours.formula[p]! < 0 || theirs.formula[q]! < 0) return;
      if (!grid.sameSkeleton(ours.formula[p]!, theirs.formula[q]!)) return;
      vote(grid.officialShapes.of(ours.formula[p]!), grid.localShapes.of(theirs.formula[q]!), {
        pair: index,
        officialRow: ours.row[p]!,
        officialColumn: ours.column[p]!,
        localRow: theirs.row[q]!,
        localColumn: theirs.column[q]!,
      });
    });
  });
}

function voteOnSlide(slide: Slide, official: Target, local: Target): void {
  const ends: readonly ('firstRow' | 'lastRow' | 'firstColumn' | 'lastColumn')[] =
    slide.axis === 'rows' ? ['firstRow', 'lastRow'] : ['firstColumn', 'lastColumn'];
  for (const end of ends) {
    if (slide.side === 'local') slide.vote(official[end], local[end]);
    else slide.vote(local[end], official[end]);
  }
}
