import { alignLines, type LineMatch } from './alignLines';
import { CHANGE_OF_WAY, chooseWays } from './chooseWays';
import { likeRest } from './likeRest';
import { AMISS, AMISS_CELLS, SMALL } from './linesAmiss';
import { positionAt, type LineIndex } from './LineIndex';
import { placedLines } from './placedLines';
import { sameMatch } from './sameMatch';
import { ContentClass } from './SheetContent';
import type { Sides } from './Sides';

type AxisName = 'rows' | 'columns';

/** A run of matched lines across which the cells are matched in a way of their own. */
interface BandMatch {
  /** First and last official line of the run; both are matched. */
  readonly official: readonly [number, number];
  readonly across: LineMatch;
  /** The lines that `across` matches, where they are not those of the whole sheet. */
  readonly lines?: readonly [LineIndex, LineIndex];
}

/** How a sheet pair is matched when its rows (or columns) fall into bands. */
export interface BandedMatch {
  readonly of: AxisName;
  /** The other axis outside of the bands. */
  readonly across: LineMatch;
  readonly bands: readonly BandMatch[];
  /** How many cells more find their equal than without bands. */
  readonly gain: number;
}

/** So many ways to lay out a line are tried beside the one of the whole sheet and leaving all in place. */
const MOST_WAYS = 4;
/** What a formula that points elsewhere counts. */
const MOVED_FORMULA = 0.98;
/** What bands must gain to be believed, in cells and as a share of the cells in them. */
const LEAST_GAIN = 8;
const LEAST_SHARE = 0.04;
/** The share of lines across that a way has to match. */
const LEAST_MATCHED = 2 / 3;

/**
 * Finds the bands of a sheet pair: lines of which a run was shifted across, as when cells rather than whole rows or
 * columns were inserted or deleted. Each matched line takes the way of laying out that lets most of its cells find
 * their equal, and a change of way from line to line costs (Viterbi 1967); null when bands gain little.
 */
export function findBands(sides: Sides, of: AxisName, along: LineMatch, across: LineMatch): BandedMatch | null {
  const acrossName = of === 'rows' ? 'columns' : 'rows';
  const lines = matchedLines(along.match);
  const filled = lines.map(([i, j]) => Math.min(countOf(sides[of][0], i), countOf(sides[of][1], j)));
  const inPlace = identity(sides[acrossName]);
  const ways: LineMatch[] = [across];
  const scores: Float64Array[] = [scoreOf(sides, of, lines, across.match)];
  const best = scores[0]!.slice();
  const add = (way: LineMatch): boolean => {
    if (!matchesMost(way.match, sides[acrossName]) || ways.some(({ match }) => sameMatch(match, way.match))) return false;
    const score = scoreOf(sides, of, lines, way.match);
    ways.push(way);
    scores.push(score);
    for (let k = 0; k < lines.length; k++) if (score[k]! > best[k]!) best[k] = score[k]!;
    return true;
  };
  const amiss = (): number[] => {
    const found: number[] = [];
    for (let k = 0; k < lines.length; k++) {
      const missed = filled[k]! - best[k]!;
      if (missed >= AMISS_CELLS && missed > AMISS * filled[k]!) found.push(k);
    }
    return found;
  };
  const missedInAll = (): number => filled.reduce((sum, count, k) => sum + count - best[k]!, 0);
  let missed = missedInAll();
  if (missed < LEAST_GAIN) return null;
  add(inPlace);
  const within = (wanted: readonly number[]): LineMatch =>
    alignWithin(
      sides,
      of,
      wanted.map((k) => lines[k]!),
    );
  let left: number[] = [];
  for (let tries = 0; tries < MOST_WAYS; tries++) {
    left = amiss();
    const before = missed;
    missed = missedInAll();
    if (left.length === 0 || missed < LEAST_GAIN || (tries > 0 && before - missed < LEAST_GAIN) || !add(within(left))) break;
  }
  if (sides.official.cells.count + sides.local.cells.count <= SMALL) {
    // Where several ways are mixed, a line by itself shows its own.
    const worst = left.sort((a, b) => filled[b]! - best[b]! - (filled[a]! - best[a]!) || a - b).slice(0, MOST_WAYS);
    for (const k of worst) add(within([k]));
  }
  if (ways.length === 1) return null;
  let chosen = chooseWays(scores, lines.length);
  // A way that was found for other lines too is found better for those alone that it suits.
  for (const way of new Set(chosen)) {
    const suits = (k: number): boolean => chosen[k] === way && scores.some((score) => score[k]! < scores[way]![k]!);
    add(within([...lines.keys()].filter(suits)));
  }
  chosen = chooseWays(scores, lines.length);
  return gather(sides, lines, filled, ways, scores, chosen, of);
}

type MatchedLines = readonly (readonly [number, number])[];

function matchedLines(match: Int32Array): MatchedLines {
  const lines: [number, number][] = [];
  for (let i = 1; i < match.length; i++) if (match[i] !== 0) lines.push([i, match[i]!]);
  return lines;
}

function countOf({ start, count }: LineIndex, line: number): number {
  return line > count ? 0 : start[line + 1]! - start[line]!;
}

function identity([official, local]: readonly [LineIndex, LineIndex]): LineMatch {
  const match = new Int32Array(official.count + 1);
  for (let i = 1; i <= Math.min(official.count, local.count); i++) match[i] = i;
  return { match, precise: true };
}

/** By line: how many of its cells find their equal when cells are matched in this way; a formula that points elsewhere nearly does. */
function scoreOf({ official, local, ...axes }: Sides, of: AxisName, lines: MatchedLines, match: Int32Array): Float64Array {
  const [ours, theirs] = axes[of];
  const scores = new Float64Array(lines.length);
  lines.forEach(([i, j], k) => {
    if (i > ours.count || j > theirs.count) return;
    let y = theirs.start[j]!;
    const end = theirs.start[j + 1]!;
    for (let x = ours.start[i]!; x < ours.start[i + 1]!; x++) {
      const p = positionAt(ours, x);
      const wanted = match[ours.cross[p]!]!;
      if (wanted === 0) continue;
      while (y < end && theirs.cross[positionAt(theirs, y)]! < wanted) y++;
      if (y === end) break;
      const q = positionAt(theirs, y);
      if (theirs.cross[q] !== wanted) continue;
      if (official.exact[p] === local.exact[q]) scores[k]! += 1;
      else if (official.contentClass[p] === ContentClass.Formula && official.loose[p] === local.loose[q]) scores[k]! += MOVED_FORMULA;
    }
  });
  return scores;
}

/** Defined names may begin in other lines than those looked at. */
const NO_MARKS: LineIndex['marks'] = new Map();

/** Aligns across, looking only at the cells of these lines. */
function alignWithin(sides: Sides, of: AxisName, lines: MatchedLines): LineMatch {
  const acrossName = of === 'rows' ? 'columns' : 'rows';
  const [officialIndex, localIndex] = sides[acrossName];
  const officialPlace = new Int32Array(sides[of][0].count + 1);
  const localPlace = new Int32Array(sides[of][1].count + 1);
  for (const [i, j] of lines) {
    if (i >= officialPlace.length || j >= localPlace.length) continue;
    officialPlace[i] = i;
    localPlace[j] = i;
  }
  return alignLines(
    placedLines(
      { content: sides.official, index: { ...officialIndex, marks: NO_MARKS }, place: officialPlace },
      { content: sides.local, index: { ...localIndex, marks: NO_MARKS }, place: localPlace },
    ),
  );
}

function gather(
  sides: Sides,
  lines: MatchedLines,
  filled: readonly number[],
  ways: readonly LineMatch[],
  scores: readonly Float64Array[],
  chosen: Uint8Array,
  of: AxisName,
): BandedMatch | null {
  const rest = restWay(ways, scores, chosen);
  const bands = runsOf(chosen).flatMap(({ first, last }): BandMatch[] => {
    const way = chosen[first]!;
    const whole = { first, last };
    // Lines at the ends that look the same either way belong to the rest.
    while (first <= last && gainOf(scores, chosen, rest, first, first) <= 0) first++;
    while (last >= first && gainOf(scores, chosen, rest, last, last) <= 0) last--;
    const gained = gainOf(scores, chosen, rest, first, last);
    let cells = 0;
    for (let k = first; k <= last; k++) cells += filled[k]!;
    const believed = way !== rest && first <= last && gained >= LEAST_GAIN && gained >= LEAST_SHARE * cells;
    if (!believed) {
      chosen.fill(rest, whole.first, whole.last + 1);
      return [];
    }
    const across = likeRest(sides, of, lines.slice(first, last + 1), ways[way]!, ways[rest]!);
    return [{ official: [lines[first]![0], lines[last]![0]], across }];
  });
  const gain = gainOf(scores, chosen, 0, 0, chosen.length - 1);
  return gain < LEAST_GAIN ? null : { of, across: ways[rest]!, bands, gain };
}

/** How many cells more of these lines find their equal in the chosen way than in another. */
function gainOf(scores: readonly Float64Array[], chosen: Uint8Array, other: number, first: number, last: number): number {
  let gain = 0;
  for (let k = first; k <= last; k++) gain += scores[chosen[k]!]![k]! - scores[other]![k]!;
  return gain;
}

function runsOf(chosen: Uint8Array): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (let first = 0; first < chosen.length;) {
    let last = first;
    while (last + 1 < chosen.length && chosen[last + 1] === chosen[first]) last++;
    runs.push({ first, last });
    first = last + 1;
  }
  return runs;
}

/** The way of the sheet outside of bands: of those that matter, the one that leaves fewest lines unmatched, and most in place. */
function restWay(ways: readonly LineMatch[], scores: readonly Float64Array[], chosen: Uint8Array): number {
  const uses = new Int32Array(ways.length);
  const gains = new Float64Array(ways.length);
  chosen.forEach((way, k) => {
    uses[way]!++;
    gains[way]! += scores[way]![k]! - scores[0]![k]!;
  });
  const count = (match: Int32Array, counts: (partner: number, i: number) => boolean): number =>
    match.reduce((sum, partner, i) => (i > 0 && counts(partner, i) ? sum + 1 : sum), 0);
  const unmatched = ways.map(({ match }) => count(match, (partner) => partner === 0));
  const displaced = ways.map(({ match }) => count(match, (partner, i) => partner !== 0 && partner !== i));
  let rest = 0;
  for (let way = 1; way < ways.length; way++) {
    if (gains[way]! < CHANGE_OF_WAY) continue;
    const order = unmatched[way]! - unmatched[rest]! || displaced[way]! - displaced[rest]! || uses[rest]! - uses[way]!;
    if (order < 0) rest = way;
  }
  return rest;
}

/** A way that leaves much unmatched is no shift of cells. */
function matchesMost(match: Int32Array, [official, local]: readonly [LineIndex, LineIndex]): boolean {
  let matched = 0;
  for (let i = 1; i < match.length; i++) if (match[i] !== 0) matched++;
  return matched >= LEAST_MATCHED * Math.min(official.count, local.count);
}
