import { editPath } from './editPath';
import { heaviestChain } from './heaviestChain';
import type { LineIds } from './internHashes';
import type { Lines, Sharpness } from './Lines';
import { matchBySimilarity } from './matchBySimilarity';
import { myers } from './myers';

/** Which local line is which official one: `match[i]` for official line i (1…), 0 when local lacks it; rising. */
export interface LineMatch {
  readonly match: Int32Array;
  /** False when a gap was too large and too different to be aligned with care. */
  readonly precise: boolean;
}

/** Up to so many pairs of lines are compared one by one. */
const SIMILARITY_PAIRS = 160_000;
/** Two lines of at least `LONG` cells that are less alike than this are two lines, even where one took the other's place. */
const REPLACED = 0.02;
const LONG = 4;
/** Up to so many single insertions and deletions are looked for in one gap. */
const MYERS_EDITS = 4_000;
/** Up to so much, edited lines are told from lines that came and went. */
const EDIT_COST = 4_000;
const CHAIN_WEIGHT = { exact: 4, loose: 2, labels: 1 } as const satisfies Record<Sharpness, number>;

/**
 * Aligns lines: equal ends first, then lines that are unique on both sides as anchors (after Cohen's patience diff,
 * weighted), Ukkonen's and Myers' algorithms in large gaps, similarity in small ones, and lines edited in place.
 */
export function alignLines(lines: Lines): LineMatch {
  const match = new Int32Array(lines.officialCount + 1);
  let precise = true;
  const gaps: Gap[] = [{ a: 1, aEnd: lines.officialCount + 1, b: 1, bEnd: lines.localCount + 1, step: 'anchors' }];
  while (gaps.length > 0) {
    const gap = trim(lines.ids('exact'), gaps.pop()!, match);
    const m = gap.aEnd - gap.a;
    const n = gap.bEnd - gap.b;
    if (m === 0 || n === 0) continue;
    if (m * n <= SIMILARITY_PAIRS) {
      alignSmall(lines, gap, match);
      continue;
    }
    const found =
      gap.step === 'anchors' ? anchors(lines, gap) : gap.step === 'subsequence' ? subsequence(lines, gap) : occurrences(lines, gap);
    if (found.length === 0) {
      if (gap.step === 'anchors') gaps.push({ ...gap, step: 'subsequence' });
      else if (gap.step === 'subsequence') gaps.push({ ...gap, step: 'occurrences' });
      else {
        if (m === n) for (let k = 0; k < m; k++) match[gap.a + k] = gap.b + k;
        if (m !== n || !alikeInPlace(lines, gap)) precise = false;
      }
      continue;
    }
    if (gap.step === 'occurrences') precise = false;
    let { a, b } = gap;
    for (const [i, j] of [...found, [gap.aEnd, gap.bEnd] as const]) {
      if (i < gap.aEnd) match[i] = j;
      if (i > a && j > b) gaps.push({ a, aEnd: i, b, bEnd: j, step: gap.step });
      a = i + 1;
      b = j + 1;
    }
  }
  return { match, precise };
}

/** Official lines a up to but not aEnd against local lines b up to but not bEnd; `step` is what to try next when they are many. */
interface Gap {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
  readonly step: 'anchors' | 'subsequence' | 'occurrences';
}

type Pairs = readonly (readonly [number, number])[];

function trim({ official, local }: LineIds, gap: Gap, match: Int32Array): Gap {
  let { a, aEnd, b, bEnd } = gap;
  while (a < aEnd && b < bEnd && official[a] === local[b]) match[a++] = b++;
  while (a < aEnd && b < bEnd && official[aEnd - 1] === local[bEnd - 1]) match[--aEnd] = --bEnd;
  return { a, aEnd, b, bEnd, step: gap.step };
}

function anchors(lines: Lines, gap: Gap): Pairs {
  const a: number[] = [];
  const b: number[] = [];
  const weights: number[] = [];
  const partners: { readonly of: Int32Array; readonly weight: number }[] = [];
  for (const sharpness of ['exact', 'loose', 'labels'] as const) {
    const { of, count } = uniquePartners(lines.ids(sharpness), gap);
    partners.push({ of, weight: CHAIN_WEIGHT[sharpness] });
    // Where most lines are the same in all they hold, the rest is found between them.
    if (2 * count >= Math.min(gap.aEnd - gap.a, gap.bEnd - gap.b)) break;
  }
  for (let i = 0; i < gap.aEnd - gap.a; i++) {
    for (const { of, weight } of partners) {
      if (of[i] === 0) continue;
      a.push(i);
      b.push(of[i]! - gap.b);
      weights.push(weight);
    }
  }
  return heaviestChain(a, b, weights).map((c) => [a[c]! + gap.a, b[c]! + gap.b]);
}

/** By official line of the gap: the local line with the same id, where both stand alone with it; else 0. */
function uniquePartners({ official, local, count }: LineIds, gap: Gap): { readonly of: Int32Array; readonly count: number } {
  const seenA = new Int32Array(count + 1);
  const seenB = new Int32Array(count + 1);
  for (let i = gap.a; i < gap.aEnd; i++) seenA[official[i]!] = seenA[official[i]!] === 0 ? i : -1;
  for (let j = gap.b; j < gap.bEnd; j++) seenB[local[j]!] = seenB[local[j]!] === 0 ? j : -1;
  const of = new Int32Array(gap.aEnd - gap.a);
  let found = 0;
  for (let i = gap.a; i < gap.aEnd; i++) {
    const id = official[i]!;
    if (id === 0 || seenA[id] !== i || seenB[id]! <= 0) continue;
    of[i - gap.a] = seenB[id]!;
    found++;
  }
  return { of, count: found };
}

function subsequence(lines: Lines, gap: Gap): Pairs {
  for (const sharpness of ['exact', 'loose'] as const) {
    const ids = lines.ids(sharpness);
    const a = ids.official.subarray(gap.a, gap.aEnd);
    const b = ids.local.subarray(gap.b, gap.bEnd);
    if (sharpness === 'exact' && !mostlyCommon(a, b)) continue;
    const match = editPath(a, b, EDIT_COST) ?? myers(a, b, MYERS_EDITS);
    if (match === null) continue;
    const pairs: [number, number][] = [];
    match.forEach((k, i) => {
      // A blank line says nothing about where it belongs.
      if (k >= 0 && a[i] !== 0) pairs.push([gap.a + i, gap.b + k]);
    });
    if (pairs.length > 0) return pairs;
  }
  return [];
}

/** True when at least half the lines of the shorter side that are not blank are there on the other. */
function mostlyCommon(a: Int32Array, b: Int32Array): boolean {
  const counts = new Map<number, number>();
  for (const id of a) if (id !== 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  let common = 0;
  let filled = 0;
  for (const id of b) {
    if (id === 0) continue;
    filled++;
    const left = counts.get(id) ?? 0;
    if (left > 0) common++;
    counts.set(id, left - 1);
  }
  return 2 * common >= Math.min(filled, a.length);
}

/** The crude way: the k-th line of a kind on one side is the k-th of that kind on the other. */
function occurrences(lines: Lines, gap: Gap): Pairs {
  const ids = lines.ids('loose');
  const places = new Map<number, number[]>();
  for (let j = gap.bEnd - 1; j >= gap.b; j--) {
    const id = ids.local[j]!;
    const list = places.get(id);
    if (list === undefined) places.set(id, [j]);
    else list.push(j);
  }
  const a: number[] = [];
  const b: number[] = [];
  for (let i = gap.a; i < gap.aEnd; i++) {
    const j = ids.official[i] === 0 ? undefined : places.get(ids.official[i]!)?.pop();
    if (j === undefined) continue;
    a.push(i);
    b.push(j);
  }
  return heaviestChain(a, b, new Uint8Array(a.length).fill(1)).map((c) => [a[c]!, b[c]!]);
}

/** True when most lines are still like the one in the same place, so that pairing them in order is no guess. */
function alikeInPlace(lines: Lines, { a, aEnd, b }: Gap): boolean {
  const step = Math.max(1, Math.floor((aEnd - a) / 50));
  let alike = 0;
  let seen = 0;
  for (let k = 0; k < aEnd - a; k += step) {
    seen++;
    if (lines.similarity(a + k, a + k, b + k, b + k)(a + k, b + k) >= REPLACED) alike++;
  }
  return 2 * alike >= seen;
}

function alignSmall(lines: Lines, { a, aEnd, b, bEnd }: Gap, match: Int32Array): void {
  const m = aEnd - a;
  const n = bEnd - b;
  const similarity = lines.similarity(a, aEnd - 1, b, bEnd - 1);
  const { officialHash, localHash } = lines.ids('exact');
  // Where all else is equal the content decides, so that the answer is the same from both sides.
  const tie = (i: number, j: number): number => 1e-10 * ((officialHash[a + i]! >>> 8) / 2 ** 24 + (localHash[b + j]! >>> 8) / 2 ** 24);
  const found = matchBySimilarity(m, n, (i, j) => similarity(a + i, b + j) + tie(i, j));
  for (let i = 0; i < m; i++) if (found[i]! >= 0) match[a + i] = b + found[i]!;
  // As many lines left on one side as on the other, between two matches: edited in place.
  let i = a;
  let j = b;
  while (i <= aEnd) {
    let next = i;
    while (next < aEnd && match[next] === 0) next++;
    const partner = next < aEnd ? match[next]! : bEnd;
    if (next - i === partner - j) {
      for (let k = 0; k < next - i; k++) {
        const replaced =
          similarity(i + k, j + k) < REPLACED && Math.min(lines.filled('official', i + k), lines.filled('local', j + k)) >= LONG;
        if (!replaced) match[i + k] = j + k;
      }
    }
    i = next + 1;
    j = partner + 1;
  }
}
