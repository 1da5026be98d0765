import type { Snapshot } from '../workbook/Snapshot';
import { makeAxis } from './axis';
import { CommonGrid } from './CommonGrid';
import type { SheetPair } from './Correspondence';
import { extendEnd } from './extendEnd';
import { LeastMisses } from './LeastMisses';
import { cellsOfLine } from './LineIndex';
import { movesOf } from './movesOf';
import { nearbyMatches } from './nearbyMatches';
import { READING, ReadingCosts, type ReadingCost } from './ReadingCost';
import type { SheetContent } from './SheetContent';
import { swapAligned } from './swapAligned';

/** Sheets of more cells in all are laid out as they are found: there, lines are told apart well enough. */
const MOST_CELLS = 8_000;
/** So many cells are looked at in all. */
const EFFORT = 250_000;
const ROUNDS = 8;

type ContentOf = (side: 'official' | 'local', sheet: number) => SheetContent;

/**
 * Lays sheets out in the way nearby that leaves least to read. Lines are first aligned by what they hold, formulas as
 * written; only when all is laid out is it known which formulas mean the same, and between lines that are much alike
 * (copies, formulas only) that decides.
 */
export function settleMeanings(
  official: Snapshot,
  local: Snapshot,
  pairs: readonly SheetPair[],
  contentOf: ContentOf,
): readonly SheetPair[] {
  const isSmall = ({ official: o, local: l }: SheetPair): boolean =>
    o !== null && l !== null && official.sheets[o]!.cells.count + local.sheets[l]!.cells.count <= MOST_CELLS;
  if (!pairs.some(isSmall)) return pairs;
  // In an order that the contents decide, so that the answer is the same from both sides.
  if (!comesFirst(local, official, pairs)) return settle(official, local, pairs, isSmall, contentOf);
  const swapped = pairs.map(swapPair);
  const settled = settle(
    local,
    official,
    swapped,
    (pair) => isSmall(swapPair(pair)),
    (side, sheet) => contentOf(side === 'official' ? 'local' : 'official', sheet),
  );
  return settled.map((pair, k) => (pair === swapped[k] ? pairs[k]! : swapPair(pair)));
}

function swapPair(pair: SheetPair): SheetPair {
  return { ...swapAligned(pair), official: pair.local, local: pair.official };
}

/** True when one workbook goes before the other, by the first of their cells that differ. */
function comesFirst(one: Snapshot, other: Snapshot, pairs: readonly SheetPair[]): boolean {
  for (const { official, local } of pairs) {
    if (official === null || local === null) continue;
    // Pairs name official's sheets first, whichever way round the workbooks are asked about.
    const [a, b] = [one.sheets[local]!.cells, other.sheets[official]!.cells];
    if (a.count !== b.count) return a.count < b.count;
    for (let p = 0; p < a.count; p++) {
      if (a.row[p] !== b.row[p]) return a.row[p]! < b.row[p]!;
      if (a.column[p] !== b.column[p]) return a.column[p]! < b.column[p]!;
      const [mine, others] = [a.formula[p]!, b.formula[p]!];
      if (mine < 0 !== others < 0) return mine < 0;
      if (mine < 0) continue;
      if (one.formulas[mine] !== other.formulas[others]) return one.formulas[mine]! < other.formulas[others]!;
    }
  }
  return false;
}

function settle(
  official: Snapshot,
  local: Snapshot,
  pairs: readonly SheetPair[],
  isSmall: (pair: SheetPair) => boolean,
  contentOf: ContentOf,
): readonly SheetPair[] {
  let grid = new CommonGrid(official, local, pairs);
  let effort = EFFORT;
  pairs.forEach((pair, index) => {
    if (!isSmall(pair)) return;
    const costs = new ReadingCosts(grid, index, contentOf('official', pair.official!), contentOf('local', pair.local!));
    const search = new Search(grid, costs, effort);
    grid = search.best();
    effort = search.effort;
  });
  return grid.pairs;
}

/** Looks for a better layout of one sheet pair. */
class Search {
  constructor(
    readonly start: CommonGrid,
    readonly costs: ReadingCosts,
    public effort: number,
  ) {}

  /** The grid with the pair laid out best. */
  best(): CommonGrid {
    const first = this.#costOf(this.start);
    if (first.score <= READING) return this.start;
    const pair = this.start.pairs[this.costs.pair]!;
    let grid = pair.bands.length === 0 ? this.start : this.#with(this.start, { ...pair, bands: [] });
    let cost = pair.bands.length === 0 ? first : this.#costOf(grid);
    for (let round = 0; round < ROUNDS; round++) {
      const better = this.#better(grid, cost, first);
      if (better === null) break;
      ({ grid, cost } = better);
    }
    return cost.score < first.score ? grid : this.start;
  }

  /** The best layout near one; null when none is better. */
  #better(grid: CommonGrid, cost: ReadingCost, first: ReadingCost): { readonly grid: CommonGrid; readonly cost: ReadingCost } | null {
    if (this.effort <= 0) return null;
    this.effort -= this.costs.effort;
    const pair = grid.pairs[this.costs.pair]!;
    const misses = { rows: new LeastMisses(this.costs, 'rows', pair), columns: new LeastMisses(this.costs, 'columns', pair) };
    const proposals = (['rows', 'columns'] as const)
      .filter((name) => name === 'columns' || pair.keyed.length === 0)
      .flatMap((name) => {
        const [ours, theirs] = this.costs.lines[name];
        const axis = pair[name];
        const match = new Int32Array(ours.count + 1);
        for (let i = 1; i <= ours.count; i++) {
          const j = axis.toLocal[axis.fromOfficial[i]!]!;
          match[i] = j <= theirs.count ? j : 0;
        }
        const hasMoved = pair.moves.some(({ of }) => of === name);
        const known = misses[name].known(match);
        return nearbyMatches(match, theirs.count, cost.amiss[name])
          .filter((one) => known.every((flag, i) => flag === 0 || one.match[i] === match[i]))
          .filter((one) => !one.joins || !misses[name].joinsOthers(one.match, match))
          .map((one) => ({
            laidOut: this.#laidOut(pair, name, one.match),
            least: misses[name].of(one.match),
            // What moved is known by what it holds.
            parts: hasMoved || one.match.every((j, i) => j === 0 || j === match[i]),
          }));
      })
      .filter(({ least }) => least < cost.score)
      .sort((a, b) => a.least - b.least);
    let best: { readonly grid: CommonGrid; readonly cost: ReadingCost } | null = null;
    for (const { laidOut, least, parts } of proposals) {
      if (least >= (best?.cost ?? cost).score || this.effort <= 0) break;
      const other = this.#with(grid, laidOut());
      const found = this.#costOf(other);
      if (isParting(found, parts ? cost : first, parts)) continue;
      if (found.score < (best?.cost ?? cost).score) best = { grid: other, cost: found };
    }
    return best;
  }

  #laidOut(pair: SheetPair, name: 'rows' | 'columns', match: Int32Array): () => SheetPair {
    return () => {
      const lines = this.costs.lines[name];
      const axis = makeAxis(...extendEnd(match, lines));
      const moves = pair.moves.filter(({ of }) => of !== name);
      const found = movesOf(name, axis, pair.keyed, (line) => cellsOfLine(lines[0], line));
      return { ...pair, [name]: axis, moves: name === 'rows' ? [...found, ...moves] : [...moves, ...found] };
    };
  }

  #with(grid: CommonGrid, pair: SheetPair): CommonGrid {
    const { official, local } = grid;
    return new CommonGrid(official, local, grid.pairs.with(this.costs.pair, pair), grid);
  }

  #costOf(grid: CommonGrid): ReadingCost {
    this.effort -= this.costs.effort;
    return this.costs.of(grid);
  }
}

/** Lines that one layout has as one stand alone in another for so much of what they hold that finds no equal any more. */
const LOST = 0.15;

/** True when lines are parted that have something in common, and too few others find their equal by it. */
function isParting(found: ReadingCost, cost: ReadingCost, onlyParts: boolean): boolean {
  const parted = found.alone - cost.alone;
  return parted > 0 && cost.equal - found.equal >= (onlyParts ? 0 : LOST * parted);
}
