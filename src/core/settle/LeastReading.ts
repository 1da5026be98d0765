import type { SheetPair } from '../align/Correspondence';
import { isRising } from '../align/isRising';
import { cellsOfLine, positionAt, type LineIndex } from '../align/LineIndex';
import type { PlacedSide } from '../align/placedLines';
import { READING, type Readings } from './Reading';
import { ContentClass } from '../align/SheetContent';

/** A line that moved may have so much of it edited. */
const MOVED_AND_EDITED = 0.2;

/** What matches of one axis give to read at least, wherever formulas look, with the other axis laid out as it is. */
export class LeastReading {
  readonly #official: LineIndex;
  readonly #local: LineIndex;
  /** By cross index, the common place where both sides have it; 0 elsewhere. */
  readonly #places: readonly [Int32Array, Int32Array];
  readonly #known = new Map<number, number>();
  readonly #across: number;
  readonly #at: Int32Array;
  #asked = 0;
  readonly #askedAt: Int32Array;

  constructor(
    readonly costs: Readings,
    name: 'rows' | 'columns',
    pair: SheetPair,
  ) {
    [this.#official, this.#local] = costs.lines[name];
    const cross = name === 'rows' ? 'columns' : 'rows';
    const axis = pair[cross];
    this.#places = [
      axis.fromOfficial.map((common) => (axis.toLocal[common] === 0 ? 0 : common)),
      axis.fromLocal.map((common) => (axis.toOfficial[common] === 0 ? 0 : common)),
    ];
    this.#across = 0;
    this.#at = new Int32Array(axis.length + 1);
    this.#askedAt = new Int32Array(axis.length + 1);
  }

  /** Both sides, seen along this axis. */
  get sides(): readonly [PlacedSide, PlacedSide] {
    const { official, local } = this.costs;
    return [
      { content: official, index: this.#official, place: this.#places[0] },
      { content: local, index: this.#local, place: this.#places[1] },
    ];
  }

  /** The least that a match gives to read. */
  of(match: Int32Array): number {
    const partnered = new Uint8Array(this.#local.count + 1);
    let score = this.#across;
    let any = false;
    let open = false;
    let highest = 0;
    let inOrder = true;
    for (let i = 1; i < match.length; i++) {
      const j = match[i]!;
      if (j === 0) {
        score += cellsOfLine(this.#official, i) + (open ? 0 : READING);
        open = true;
        continue;
      }
      open = false;
      partnered[j] = 1;
      if (j < highest) inOrder = false;
      else highest = j;
      const missed = this.#between(i, j);
      any ||= missed > 0;
      score += missed;
    }
    open = false;
    for (let j = 1; j <= this.#local.count; j++) {
      const alone = partnered[j] === 0;
      if (alone) score += cellsOfLine(this.#local, j) + (open ? 0 : READING);
      open = alone;
    }
    return score + (any ? READING : 0) + (inOrder ? 0 : READING);
  }

  /** By official line, 1 where it and its partner hold a text that no other line has there: that is what they are known by. */
  known(match: Int32Array): Uint8Array {
    const seen = new Map<string, number>();
    const ours = Array.from(match, (_, i) => (i === 0 ? [] : this.#texts(0, i)));
    const theirs = Array.from({ length: this.#local.count + 1 }, (_, j) => (j === 0 ? [] : this.#texts(1, j)));
    for (const text of [...ours, ...theirs].flat()) seen.set(text, (seen.get(text) ?? 0) + 1);
    return Uint8Array.from(match, (j, i) =>
      j !== 0 && ours[i]!.some((text) => seen.get(text) === 2 && theirs[j]!.includes(text)) ? 1 : 0,
    );
  }

  /** The texts of a line of official (0) or local (1), each with its place. */
  #texts(side: 0 | 1, line: number): string[] {
    return this.#cells(side, line, (sort) => sort === ContentClass.Label);
  }

  #inputs(side: 0 | 1, line: number): string[] {
    return this.#cells(side, line, (sort) => sort !== ContentClass.Formula);
  }

  #cells(side: 0 | 1, line: number, isWanted: (sort: number) => boolean): string[] {
    const index = side === 0 ? this.#official : this.#local;
    const { exact, contentClass } = side === 0 ? this.costs.official : this.costs.local;
    const found: string[] = [];
    for (let x = index.start[line]!; x < index.start[line + 1]!; x++) {
      const p = positionAt(index, x);
      const at = this.#places[side][index.cross[p]!]!;
      if (at !== 0 && isWanted(contentClass[p]!)) found.push(`${at} ${exact[p]}`);
    }
    return found.sort();
  }

  /**
   * True when lines that only one side each had are matched and hold something else, or nothing by which they could be one. Lines that keep
   * their order and are known by a text of their own may hold what they like, as a total that was summed up in another way.
   */
  joinsOthers(match: Int32Array, before: Int32Array): boolean {
    const rising = isRising(match);
    let known: Uint8Array | null = null;
    let areBlank = true;
    for (let i = 1; i < match.length; i++) {
      const j = match[i]!;
      if (j === 0 || before[i] !== 0) continue;
      const most = Math.max(cellsOfLine(this.#official, i), cellsOfLine(this.#local, j));
      if (most > 0) areBlank = false;
      if (this.#between(i, j) > MOVED_AND_EDITED * most && !(rising && (known ??= this.known(match))[i] === 1)) return true;
      if (this.#texts(0, i).join() !== this.#texts(1, j).join()) return true;
    }
    return areBlank;
  }

  /** True for two lines that both hold texts or numbers, and none of them the same at the same place. */
  haveOtherInputs(i: number, j: number): boolean {
    const [ours, theirs] = [this.#inputs(0, i), this.#inputs(1, j)];
    return ours.length > 0 && theirs.length > 0 && !ours.some((input) => theirs.includes(input));
  }

  /** True when two lines are matched that have nothing in common and that were both matched with others before. */
  joinsStrangers(match: Int32Array, before: Int32Array): boolean {
    const taken = new Set(before);
    for (let i = 1; i < match.length; i++) {
      const j = match[i]!;
      if (j === 0 || before[i] === j || before[i] === 0 || !taken.has(j)) continue;
      const most = Math.max(cellsOfLine(this.#official, i), cellsOfLine(this.#local, j));
      if (most > 0 && this.#between(i, j) >= most) return true;
    }
    return false;
  }

  /** How many cells of two lines cannot be the same. */
  #between(i: number, j: number): number {
    const key = i * 1_048_577 + j;
    let missed = this.#known.get(key);
    if (missed === undefined) this.#known.set(key, (missed = this.#count(i, j)));
    return missed;
  }

  #count(i: number, j: number): number {
    const { official, local } = this.costs;
    const [ours, theirs] = this.#places;
    this.#asked++;
    let left = 0;
    const end = j > this.#local.count ? 0 : this.#local.start[j + 1]!;
    for (let x = j > this.#local.count ? 0 : this.#local.start[j]!; x < end; x++) {
      const q = positionAt(this.#local, x);
      const at = theirs[this.#local.cross[q]!]!;
      if (at === 0) continue;
      this.#at[at] = q;
      this.#askedAt[at] = this.#asked;
      left++;
    }
    let missed = 0;
    if (i > this.#official.count) return left;
    for (let x = this.#official.start[i]!; x < this.#official.start[i + 1]!; x++) {
      const p = positionAt(this.#official, x);
      const at = ours[this.#official.cross[p]!]!;
      if (at === 0) continue;
      if (this.#askedAt[at] !== this.#asked) {
        missed++;
        continue;
      }
      left--;
      const q = this.#at[at]!;
      const bothFormulas = official.contentClass[p] === ContentClass.Formula && local.contentClass[q] === ContentClass.Formula;
      if (bothFormulas ? official.loose[p] !== local.loose[q] : official.exact[p] !== local.exact[q]) missed++;
    }
    return missed + left;
  }
}
