import { doubtfulLines, type DoubtfulLines, type SettledLines } from './doubtfulLines';
import type { Lines } from './Lines';
import type { LineWorth } from './lineWorth';

/** A block must bring at least so many cells, counted on both sides, to their equal. */
const LEAST_GAIN = 2;
/** A line next to a moved block, there on both sides and as much alike as this, moved with it. */
const MOVED_AND_EDITED = 0.5;
/** A line without partner is one with another, for all that others are like them, when this share is the same. */
const MOVED_WHOLE = 0.85;
/** A line that shares so much with the one in its place is that one. */
const MUCH_THE_SAME = 0.9;
/** What two lines share that no other line holds must be worth so many cells for them to be one. */
const LEAST_OWN = 1;
/** So many pairs of lines are compared one by one. */
const MOST_COMPARED = 10_000;
const ROUNDS = 4;

/**
 * Finds lines that moved: among those that rising order leaves without their equal, lines with the same content are
 * paired wherever they stand, with the lines around them that go along. Returns the match with them in it, or null when
 * nothing moved. What is settled already stays. Near-linear in the lines that do not find their equal.
 */
export function moveLines(lines: Lines, worth: LineWorth, rising: Int32Array, settled: readonly SettledLines[]): Int32Array | null {
  const doubt = doubtfulLines(lines.ids('exact'), rising, settled);
  if (doubt.official.length === 0 || doubt.local.length === 0) return null;
  const moves = new Moves(lines, worth, rising, doubt);
  moves.pairUnique('exact');
  moves.pairRuns();
  if (moves.areLinesLost()) {
    moves.pairUnique('loose');
    moves.pairUnique('heading');
    moves.pairAlike();
  }
  return moves.settle();
}

/** Pairs of doubtful lines, as they are found. */
class Moves {
  readonly #to = new Map<number, number>();
  readonly #from = new Map<number, number>();
  readonly #back: Int32Array;
  readonly #counts = new Map<'loose' | 'heading', ReadonlyMap<number, number>>();

  constructor(
    readonly lines: Lines,
    readonly worth: LineWorth,
    readonly rising: Int32Array,
    readonly doubt: DoubtfulLines,
  ) {
    this.#back = new Int32Array(lines.localCount + 1);
    rising.forEach((j, i) => {
      if (j !== 0) this.#back[j] = i;
    });
  }

  /** True when lines of both sides are left without partner, or with one that has little in common with them. */
  areLinesLost(): boolean {
    const lost = (i: number, j: number): boolean =>
      i === 0 || j === 0 || this.worth.common(i, j) < MUCH_THE_SAME * Math.max(this.worth.official(i), this.worth.local(j));
    return (
      this.doubt.official.some((i) => !this.#to.has(i) && lost(i, this.rising[i]!)) &&
      this.doubt.local.some((j) => !this.#from.has(j) && lost(this.#back[j]!, j))
    );
  }

  /** Pairs lines that are the only doubtful ones with their content on both sides, then their neighbours. */
  pairUnique(by: 'exact' | 'loose' | 'heading'): void {
    const { official, local } = this.#tokens(by);
    const seen = new Map<number, { i: number; j: number }>();
    const cellOf = (id: number): { i: number; j: number } => {
      let cell = seen.get(id);
      if (cell === undefined) seen.set(id, (cell = { i: 0, j: 0 }));
      return cell;
    };
    for (const i of this.doubt.official) {
      if (official[i] === 0 || this.#to.has(i)) continue;
      const cell = cellOf(official[i]!);
      cell.i = cell.i === 0 ? i : -1;
    }
    for (const j of this.doubt.local) {
      if (local[j] === 0 || this.#from.has(j)) continue;
      const cell = cellOf(local[j]!);
      cell.j = cell.j === 0 ? j : -1;
    }
    const found: (readonly [number, number])[] = [];
    for (const { i, j } of seen.values()) {
      if (i <= 0 || j <= 0 || this.#to.has(i) || this.#from.has(j) || this.rising[i] === j) continue;
      if (by !== 'exact' && !(this.#isOnlyOne(by, official[i]!) ? this.#isBetter(i, j) : this.#isMuchTheSame(i, j))) continue;
      this.#pair(i, j);
      found.push([i, j]);
    }
    // Only when all that is sure is paired: neighbours follow it.
    for (const [i, j] of found) {
      this.#extend(i, j, 1);
      this.#extend(i, j, -1);
    }
  }

  /** Pairs whole runs of lines without partner that hold the same, line by line, and are the only ones that do. */
  pairRuns(): void {
    const { official, local } = this.lines.ids('exact');
    const ours = runsBy(
      official,
      this.doubt.official.filter((i) => this.rising[i] === 0 && !this.#to.has(i)),
    );
    const theirs = runsBy(
      local,
      this.doubt.local.filter((j) => this.#back[j] === 0 && !this.#from.has(j)),
    );
    for (const [content, run] of ours) {
      const other = theirs.get(content);
      if (run === null || other === undefined || other === null) continue;
      for (let k = 0; k < run.length; k++) this.#pair(run.first + k, other.first + k);
    }
  }

  /** Pairs what is left without partner on both sides and not too much, the most alike first, by what no other line holds. */
  pairAlike(): void {
    const ours = this.doubt.official.filter((i) => this.rising[i] === 0 && !this.#to.has(i));
    const theirs = this.doubt.local.filter((j) => this.#back[j] === 0 && !this.#from.has(j));
    if (ours.length === 0 || theirs.length === 0 || ours.length * theirs.length > MOST_COMPARED) return;
    const own = this.worth.own(ours, theirs);
    const alike = ours
      .flatMap((i) => theirs.map((j) => ({ i, j, own: own(i, j) })))
      .filter(({ i, j, own }) => {
        const whole = Math.max(this.worth.official(i), this.worth.local(j));
        return own >= LEAST_OWN && this.worth.common(i, j) >= MOVED_AND_EDITED * whole;
      })
      .sort((a, b) => b.own - a.own);
    for (const { i, j } of alike) if (!this.#to.has(i) && !this.#from.has(j)) this.#pair(i, j);
  }

  /** The match with every block that brings enough to its equal; null when none does. */
  settle(): Int32Array | null {
    for (let round = 0; round < ROUNDS; round++) {
      const poor = this.#blocks().filter((block) => this.#gain(block) < LEAST_GAIN);
      if (poor.length === 0) break;
      for (const { first, length } of poor) for (let k = 0; k < length; k++) this.#unpair(first + k);
    }
    if (this.#to.size === 0) return null;
    const match = this.rising.slice();
    for (const [i, j] of this.#to) {
      const before = this.#back[j]!;
      if (before !== 0 && !this.#to.has(before)) match[before] = 0;
      match[i] = j;
    }
    return match;
  }

  #tokens(by: 'exact' | 'loose' | 'heading'): { readonly official: Int32Array; readonly local: Int32Array } {
    return by === 'heading' ? this.lines.headings() : this.lines.ids(by);
  }

  /** True for what no second line has on either side. */
  #isOnlyOne(by: 'loose' | 'heading', token: number): boolean {
    let counts = this.#counts.get(by);
    if (counts === undefined) this.#counts.set(by, (counts = countTokens(this.#tokens(by))));
    return counts.get(token) === 2;
  }

  #isBetter(i: number, j: number): boolean {
    const common = this.worth.common(i, j);
    const inPlace = this.rising[i]! === 0 ? 0 : this.worth.common(i, this.rising[i]!);
    const whole = Math.max(this.worth.official(i), this.worth.local(j));
    return common > inPlace && common >= MOVED_AND_EDITED * whole;
  }

  /** True for lines without partner that hold nearly the same, though others are like them too. */
  #isMuchTheSame(i: number, j: number): boolean {
    if (this.rising[i] !== 0 || this.#back[j] !== 0) return false;
    return this.worth.common(i, j) >= MOVED_WHOLE * Math.max(this.worth.official(i), this.worth.local(j));
  }

  #pair(i: number, j: number): void {
    this.#to.set(i, j);
    this.#from.set(j, i);
  }

  #unpair(i: number): void {
    this.#from.delete(this.#to.get(i)!);
    this.#to.delete(i);
  }

  #extend(i: number, j: number, step: 1 | -1): void {
    const { official, local } = this.lines.ids('exact');
    const { officialFlags, localFlags } = this.doubt;
    for (let a = i + step, b = j + step; officialFlags[a] === 1 && localFlags[b] === 1; a += step, b += step) {
      if (this.#to.has(a) || this.#from.has(b) || this.rising[a] === b) return;
      const alone = this.rising[a] === 0 && this.#back[b] === 0;
      const same = official[a] === local[b] && (alone || official[a] !== 0);
      if (!same && !(alone && !this.#otherHeading(a, b) && this.#isBetter(a, b))) return;
      this.#pair(a, b);
    }
  }

  #blocks(): Block[] {
    const blocks: { first: number; length: number }[] = [];
    for (const i of [...this.#to.keys()].sort((a, b) => a - b)) {
      const open = blocks[blocks.length - 1];
      if (open !== undefined && open.first + open.length === i && this.#to.get(i - 1) === this.#to.get(i)! - 1) open.length++;
      else blocks.push({ first: i, length: 1 });
    }
    return blocks;
  }

  /**
   * What a block brings to its equal, on both sides, less what the partners lose that its lines had in place; a line under
   * another heading is not the one it stood for.
   */
  #gain({ first, length }: Block): number {
    let gain = 0;
    for (let i = first; i < first + length; i++) {
      const j = this.#to.get(i)!;
      const partner = this.rising[i]!;
      const other = this.#back[j]!;
      const found = this.#sameHeading(i, j);
      const ours = partner === 0 || (found && !this.#sameHeading(i, partner)) ? 0 : this.worth.common(i, partner);
      const theirs = other === 0 || (found && !this.#sameHeading(other, j)) ? 0 : this.worth.common(other, j);
      gain += 2 * this.worth.common(i, j) - ours - theirs;
      if (partner !== 0 && !this.#from.has(partner)) gain -= ours;
      if (other !== 0 && !this.#to.has(other)) gain -= theirs;
    }
    return gain;
  }

  #otherHeading(i: number, j: number): boolean {
    const { official, local } = this.lines.headings();
    return official[i] !== 0 && local[j] !== 0 && official[i] !== local[j];
  }

  #sameHeading(i: number, j: number): boolean {
    const { official, local } = this.lines.headings();
    return official[i] !== 0 && official[i] === local[j];
  }
}

interface Block {
  readonly first: number;
  readonly length: number;
}

/** Runs of consecutive lines by their content, blank ones left out; null where two runs hold the same. */
function runsBy(ids: Int32Array, lines: readonly number[]): Map<string, Block | null> {
  const found = new Map<string, Block | null>();
  for (let k = 0; k < lines.length;) {
    const first = lines[k]!;
    let end = k + 1;
    while (end < lines.length && lines[end] === lines[end - 1]! + 1) end++;
    const content = ids.subarray(first, lines[end - 1]! + 1);
    if (content.some((id) => id !== 0)) {
      const key = content.join(' ');
      found.set(key, found.has(key) ? null : { first, length: end - k });
    }
    k = end;
  }
  return found;
}

/** By token: how many lines of both sides have it. */
function countTokens({ official, local }: { readonly official: Int32Array; readonly local: Int32Array }): Map<number, number> {
  const counts = new Map<number, number>();
  for (const tokens of [official, local]) for (const token of tokens) if (token !== 0) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
