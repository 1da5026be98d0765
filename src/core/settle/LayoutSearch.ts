import { isIdentity, makeAxis } from '../align/axis';
import { CommonGrid } from '../align/CommonGrid';
import type { Axis, KeyedTable, SheetPair } from '../align/Correspondence';
import { extendEnd } from '../align/extendEnd';
import { cellsOfLine } from '../align/LineIndex';
import { movesOf } from '../align/movesOf';
import { sameMatch } from '../align/sameMatch';
import { LeastReading } from './LeastReading';
import { repeatedLines } from './repeatedLines';
import { filledIn, nearbyMatches } from './nearbyMatches';
import type { Onlookers } from './Onlookers';
import { READING, type Reading, type Readings } from './Reading';
import { jumpedMatches } from './jumpedMatches';
import { jumpsOf, type Jump } from './jumpsOf';
import { linksOf, ownMatches } from './ownMatches';
import { swappedBlocks, withoutMoves } from './reorderedMatches';
import { votedMatches, votesOf } from './votedMatches';

const ROUNDS = 8;
/** So many more are tried after the best so far. */
const MORE_TRIED = 30;
/** A sheet in which nothing or one cell differs. */
const ONE_DIFFERENCE = READING + 1;

/** A match of one axis that may be better. */
interface Proposal {
  readonly name: 'rows' | 'columns';
  readonly match: Int32Array;
  /** What it gives to read at least. */
  readonly least: number;
}

/** Looks for a better layout of one sheet pair. */
export class LayoutSearch {
  #amiss: Reading['amiss'] = { rows: new Map(), columns: new Map() };
  readonly #repeated: Partial<Record<'rows' | 'columns', readonly [Uint8Array, Uint8Array]>> = {};
  readonly #before: Partial<Record<'rows' | 'columns', LeastReading>> = {};
  readonly #links = { rows: new Map<Axis, Int32Array>(), columns: new Map<Axis, Int32Array>() };
  readonly #jumps: Partial<Record<'rows' | 'columns', readonly [readonly Jump[], readonly Jump[]]>> = {};

  constructor(
    readonly start: CommonGrid,
    readonly readings: Readings,
    readonly onlookers: Onlookers,
    public effort: number,
    /** What may be looked at for lines in another order, which is thought of last and would else never be. */
    public effortOnOrder: number,
  ) {}

  /** The grid with the pair laid out best. */
  best(): CommonGrid {
    const pair = this.start.pairs[this.readings.pair]!;
    const isStill = isIdentity(pair.rows) && isIdentity(pair.columns) && pair.bands.length === 0;
    // One difference could not be told in fewer.
    if (isStill && this.readings.of(this.start).score <= ONE_DIFFERENCE) return this.start;
    this.readings.lookFrom(this.onlookers.of(this.readings.pair));
    const first = this.readings.of(this.start);
    this.effort -= this.readings.effort;
    this.#amiss = first.amiss;
    let grid = pair.bands.length === 0 ? this.start : this.#with(this.start, { ...pair, bands: [] });
    let cost = pair.bands.length === 0 ? first : this.#costOf(grid);
    for (let round = 0; round < ROUNDS; round++) {
      const better = this.#better(grid, cost);
      if (better === null) break;
      ({ grid, cost } = better);
    }
    return cost.score < first.score ? grid : this.start;
  }

  /** The best layout near one; null when none is better. */
  #better(grid: CommonGrid, cost: Reading): { readonly grid: CommonGrid; readonly cost: Reading } | null {
    if (this.effort <= 0) return null;
    this.effort -= this.readings.effort;
    const pair = grid.pairs[this.readings.pair]!;
    const misses = { rows: new LeastReading(this.readings, 'rows', pair), columns: new LeastReading(this.readings, 'columns', pair) };
    const names = (['rows', 'columns'] as const).filter(
      (name) => name === 'columns' || pair.keyed.every(({ chosen, reordered }) => chosen === null && !reordered),
    );
    const matches = { rows: this.#matchOf(pair, 'rows'), columns: this.#matchOf(pair, 'columns') };
    const known = { rows: misses.rows.known(matches.rows), columns: misses.columns.known(matches.columns) };
    const votes = votesOf(grid, this.readings.pair, cost.askew);
    const proposed = (name: 'rows' | 'columns', found: readonly Int32Array[]): Proposal[] =>
      found
        .filter((one) => !sameMatch(one, matches[name]))
        .filter((one) => known[name].every((flag, i) => flag === 0 || one[i] === matches[name][i]))
        .filter((one) => !misses[name].joinsStrangers(one, matches[name]))
        .map((one) => ({ name, match: one, least: misses[name].of(one) }))
        .filter(({ least }) => least < cost.score);
    const told = names.flatMap((name) => {
      const { count } = this.readings.lines[name][1];
      const own = ownMatches(matches[name], this.#linksOf(pair, name, misses[name]));
      const voted = votedMatches(matches[name], count, votes[name], cost.amiss[name]);
      return proposed(name, [
        ...own,
        ...own.map((one) => filledIn(one, count)).filter((one) => !misses[name].joinsOthers(one, matches[name])),
        ...jumpedMatches(matches[name], count, ...this.#jumpsOf(name)),
        ...voted,
        ...voted.map((one) => filledIn(one, count)),
      ]);
    });
    const agreed = this.#best(grid, pair, told, cost);
    if (agreed !== null) return agreed;
    const nearby = names.flatMap((name) => {
      const found = nearbyMatches(matches[name], this.readings.lines[name][1].count, cost.amiss[name].keys());
      return proposed(
        name,
        found.filter((one) => !one.joins || !misses[name].joinsOthers(one.match, matches[name])).map(({ match }) => match),
      );
    });
    const found = this.#best(grid, pair, inTurns(nearby), cost);
    if (found !== null) return found;
    const reordered = names.flatMap((name) => {
      const blocks = pair.moves.filter(({ of }) => of === name).map(({ official }) => official);
      return proposed(name, [...withoutMoves(matches[name], blocks), ...swappedBlocks(matches[name], cost.amiss[name].keys())]);
    });
    const { effort } = this;
    this.effort = this.effortOnOrder;
    const best = this.#best(grid, pair, inTurns(reordered), cost);
    this.effortOnOrder = this.effort;
    this.effort = effort;
    return best;
  }

  #jumpsOf(name: 'rows' | 'columns'): readonly [readonly Jump[], readonly Jump[]] {
    const { official, local, lines } = this.readings;
    const { officialShapes, localShapes } = this.start;
    const [ours, theirs] = lines[name];
    return (this.#jumps[name] ??= [jumpsOf(ours, official.cells, officialShapes, name), jumpsOf(theirs, local.cells, localShapes, name)]);
  }

  /** What lines have for themselves hangs on the other axis only. */
  #linksOf(pair: SheetPair, name: 'rows' | 'columns', { sides }: LeastReading): Int32Array {
    const across = pair[name === 'rows' ? 'columns' : 'rows'];
    let links = this.#links[name].get(across);
    if (links === undefined) this.#links[name].set(across, (links = linksOf(...sides)));
    return links;
  }

  #matchOf(pair: SheetPair, name: 'rows' | 'columns'): Int32Array {
    const [ours, theirs] = this.readings.lines[name];
    const axis = pair[name];
    const match = new Int32Array(ours.count + 1);
    for (let i = 1; i <= ours.count; i++) {
      const j = axis.toLocal[axis.fromOfficial[i]!]!;
      match[i] = j <= theirs.count ? j : 0;
    }
    return match;
  }

  #best(
    grid: CommonGrid,
    pair: SheetPair,
    proposals: readonly Proposal[],
    cost: Reading,
  ): { readonly grid: CommonGrid; readonly cost: Reading } | null {
    let best: { readonly grid: CommonGrid; readonly cost: Reading } | null = null;
    const tried = new Set<string>();
    let last = 0;
    for (const { name, match, least } of proposals) {
      if (this.effort <= 0 || (best !== null && tried.size - last >= MORE_TRIED)) break;
      const key = `${name} ${match.join()}`;
      if (least >= (best?.cost ?? cost).score || tried.has(key)) continue;
      tried.add(key);
      const other = this.#with(grid, this.#laidOut(pair, name, match)());
      const found = this.#costOf(other);
      if (found.score < (best?.cost ?? cost).score) {
        best = { grid: other, cost: found };
        last = tried.size;
      }
    }
    return best;
  }

  #laidOut(pair: SheetPair, name: 'rows' | 'columns', match: Int32Array): () => SheetPair {
    return () => {
      const lines = this.readings.lines[name];
      const axis = makeAxis(...extendEnd(match, lines));
      const moves = pair.moves.filter(({ of }) => of !== name);
      // A list whose rows are matched otherwise now is not matched by its key.
      const isKept = ({ official: { firstRow, lastRow } }: KeyedTable): boolean =>
        pair.rows.fromOfficial.slice(firstRow, lastRow + 1).every((common, k) => {
          const j = pair.rows.toLocal[common]!;
          return match[firstRow + k] === (j <= lines[1].count ? j : 0);
        });
      const keyed = name === 'rows' ? pair.keyed.filter(isKept) : pair.keyed;
      const found = movesOf(name, axis, keyed, (line) => cellsOfLine(lines[0], line));
      return { ...pair, [name]: axis, keyed, moves: name === 'rows' ? [...found, ...moves] : [...moves, ...found] };
    };
  }

  #with(grid: CommonGrid, pair: SheetPair): CommonGrid {
    const { official, local } = grid;
    return new CommonGrid(official, local, grid.pairs.with(this.readings.pair, pair), grid);
  }

  #costOf(grid: CommonGrid): Reading {
    this.effort -= this.readings.effort;
    const cost = this.readings.of(grid);
    return { ...cost, score: cost.score + READING * this.#parted(grid) };
  }

  /**
   * By how many cells more are the same than differ on lines that were found to be one and are now told as one gone and
   * one come. Lines that are there more than once are not found to be one: which is which nobody knows. Nor are lines of other inputs:
   * the formulas that they have in common say nothing.
   */
  #parted(grid: CommonGrid): number {
    const [before, now] = [this.start.pairs[this.readings.pair]!, grid.pairs[this.readings.pair]!];
    let cells = 0;
    for (const name of ['rows', 'columns'] as const) {
      const [ours, theirs] = this.readings.lines[name];
      if (before[name] === now[name]) continue;
      const [often, oftenLocal] = (this.#repeated[name] ??= [
        repeatedLines(ours, this.readings.official),
        repeatedLines(theirs, this.readings.local),
      ]);
      for (let i = 1; i <= ours.count; i++) {
        const j = before[name].toLocal[before[name].fromOfficial[i]!]!;
        if (j === 0 || j > theirs.count || now[name].toLocal[now[name].fromOfficial[i]!] !== 0) continue;
        if (now[name].toOfficial[now[name].fromLocal[j]!] !== 0 || often[i] === 1 || oftenLocal[j] === 1) continue;
        if ((this.#before[name] ??= new LeastReading(this.readings, name, before)).haveOtherInputs(i, j)) continue;
        cells += Math.max(0, Math.min(cellsOfLine(ours, i), cellsOfLine(theirs, j)) - 2 * (this.#amiss[name].get(i) ?? 0));
      }
    }
    return cells;
  }
}

/** Proposals for rows and for columns by turns, those that may be best first: what is amiss along one axis looks so along the other. */
function inTurns(proposals: readonly Proposal[]): Proposal[] {
  const [rows, columns] = (['rows', 'columns'] as const).map((name) =>
    proposals.filter((one) => one.name === name).sort((a, b) => a.least - b.least),
  ) as [Proposal[], Proposal[]];
  return Array.from({ length: Math.max(rows.length, columns.length) }, (_, k) => [rows[k], columns[k]])
    .flat()
    .filter((one) => one !== undefined);
}
