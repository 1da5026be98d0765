import { mix } from '../align/mix';
import { withoutCrossing } from './withoutCrossing';

/** So many ends of segments are tried along an axis, and fewer the more lines it has. */
const MOST_ENDS = 40;
const LINES_TRIED = 400_000;
/** So many pairs of lines that only one side has are tried. */
const MOST_JOINED = 400;
/** By so many lines segments are shifted, beside the lengths of the runs at their ends. */
const SHIFTS = [1, 2, 3];
/** So far beyond its ends a run is slid. */
const SLIDE = 6;

/** A match, and whether lines that only one side had are matched in it wherever they stand. */
export interface NearbyMatch {
  readonly match: Int32Array;
  readonly joins: boolean;
}

/**
 * Matches like this one in which a segment of lines is matched with others next to their partners, as when lines were
 * inserted before and deleted behind it, or in which lines that both sides have alone are taken for one another.
 * `match[i]` is the local line of official line i (1…), 0 when there is none; `amiss` are official lines that differ.
 */
export function nearbyMatches(match: Int32Array, localCount: number, amiss: Iterable<number>): NearbyMatch[] {
  const found = new Map<number, NearbyMatch>();
  const add = (one: Int32Array, joins = false): void => {
    const key = one.reduce(mix, 0);
    if (!found.has(key)) found.set(key, { match: one, joins });
  };
  const back = inverse(match, localCount);
  const amissAhead = new Set(amiss);
  const amissBehind = new Set([...amissAhead].map((i) => match[i]!).filter((j) => j > 0));
  for (const one of shifted(match, localCount, amissAhead)) {
    add(one);
    add(filledIn(one, localCount));
  }
  for (const one of shifted(back, match.length - 1, amissBehind)) {
    const facing = inverse(one, match.length - 1);
    add(facing);
    add(filledIn(facing, localCount));
  }
  for (const { one, first, end } of joined(match, back)) {
    add(one, true);
    const clear = withoutCrossing(one, first, end);
    if (clear !== null) add(clear);
  }
  return [...found.values()];
}

function inverse(match: Int32Array, count: number): Int32Array {
  const back = new Int32Array(count + 1);
  for (let i = 1; i < match.length; i++) if (match[i]! > 0) back[match[i]!] = i;
  return back;
}

/** Every match in which the lines of a segment have their partners shifted. */
function* shifted(match: Int32Array, otherCount: number, amiss: ReadonlySet<number>): Generator<Int32Array> {
  const { ends, lengths } = segmentEnds(match, otherCount, amiss);
  const shifts = [...new Set([...SHIFTS, ...lengths])].flatMap((by) => [by, -by]);
  for (const first of ends) {
    for (const end of ends) {
      if (end <= first) continue;
      for (const by of shifts) {
        const one = shift(match, otherCount, first, end, by);
        if (one === null) continue;
        yield one;
        const clear = withoutCrossing(one, first, end);
        if (clear !== null) yield clear;
      }
    }
  }
}

function shift(match: Int32Array, otherCount: number, first: number, end: number, by: number): Int32Array | null {
  const one = match.slice();
  const taken = new Set<number>();
  for (let i = first; i < end; i++) {
    const j = match[i] === 0 ? 0 : match[i]! + by;
    one[i] = j >= 1 && j <= otherCount ? j : 0;
    if (one[i] !== 0) taken.add(one[i]!);
  }
  if (taken.size === 0) return null;
  for (let i = 1; i < one.length; i++) if ((i < first || i >= end) && taken.has(one[i]!)) one[i] = 0;
  return one;
}

/** Where segments may begin and end (just before a line): at interruptions, a few lines about them, and at lines that differ. */
function segmentEnds(
  match: Int32Array,
  otherCount: number,
  amiss: ReadonlySet<number>,
): { readonly ends: number[]; readonly lengths: number[] } {
  const ends = new Set<number>();
  const lengths = new Set<number>();
  const count = match.length - 1;
  let last = 0;
  for (let i = 1; i <= count + 1; i++) {
    const j = i > count ? otherCount + 1 : match[i]!;
    if (j === 0) continue;
    if (j !== last + 1 || (i > 1 && match[i - 1] === 0)) {
      if (j > last + 1) lengths.add(Math.min(j - last - 1, 12));
      ends.add(i);
    }
    last = j;
  }
  for (let i = 1; i <= count; i++) {
    if (match[i] !== 0) continue;
    let end = i;
    while (end <= count && match[end] === 0) end++;
    lengths.add(Math.min(end - i, 12));
    ends.add(i).add(end);
    i = end;
  }
  const runs = [...ends];
  const differ = [...amiss].filter((line) => line !== 0).sort((a, b) => a - b);
  for (const line of differ) {
    if (!amiss.has(line - 1)) ends.add(line);
    if (!amiss.has(line + 1)) ends.add(line + 1);
  }
  for (let by = 1; by <= SLIDE; by++) {
    for (const at of runs) for (const near of [at - by, at + by]) if (near >= 1 && near <= count + 1) ends.add(near);
  }
  for (const line of differ) ends.add(line);
  const most = Math.min(MOST_ENDS, Math.sqrt(LINES_TRIED / (24 * count)));
  return { ends: [...ends].slice(0, most).sort((a, b) => a - b), lengths: [...lengths] };
}

/** The match with as many lines left on one side as on the other, between two matches, taken for one another. */
export function filledIn(match: Int32Array, localCount: number): Int32Array {
  const one = match.slice();
  const taken = new Set(match);
  const isFree = (first: number, count: number): boolean => {
    for (let k = 0; k < count; k++) if (taken.has(first + k)) return false;
    return true;
  };
  let i = 1;
  let j = 1;
  while (i <= match.length) {
    let next = i;
    while (next < match.length && match[next] === 0) next++;
    const partner = next < match.length ? match[next]! : localCount + 1;
    if (next - i === partner - j && isFree(j, next - i)) for (let k = 0; k < next - i; k++) one[i + k] = j + k;
    i = next + 1;
    j = partner + 1;
  }
  return one;
}

/** Every match in which a run that only one side has is taken for one that only the other has. */
function* joined(
  match: Int32Array,
  back: Int32Array,
): Generator<{ readonly one: Int32Array; readonly first: number; readonly end: number }> {
  const alone = (lines: Int32Array): number => lines.reduce((sum, partner) => sum + (partner === 0 ? 1 : 0), -1);
  if (alone(match) * alone(back) > MOST_JOINED) return;
  for (let i = 1; i < match.length; i++) {
    if (match[i] !== 0) continue;
    for (let j = 1; j < back.length; j++) {
      if (back[j] !== 0 || (match[i - 1] === 0 && back[j - 1] === 0 && i > 1 && j > 1)) continue;
      const one = match.slice();
      let count = 0;
      for (; match[i + count] === 0 && back[j + count] === 0; count++) one[i + count] = j + count;
      yield { one, first: i, end: i + count };
    }
  }
}
