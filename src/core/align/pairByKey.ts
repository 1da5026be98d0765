import type { Span } from '../workbook/Snapshot';
import type { LineIds } from './internHashes';
import type { Lines } from './Lines';
import type { LineWorth } from './lineWorth';

/** How much of a row must be the same for it to be the one that got another key, and how many are compared one by one. */
const RENAMED = 0.5;
const ALL_ELSE = 0.95;
const EQUAL = 1;
const MOST_COMPARED = 60_000;

/** Rows of a list by key. */
export interface KeyedRows {
  readonly data: Span;
  /** By row of data; null for a row without key. */
  readonly keys: readonly (string | null)[];
}

export interface PairedRows {
  /** Local row by official row of data. */
  readonly to: ReadonlyMap<number, number>;
  /** How many rows of either side share their key with another. */
  readonly duplicates: number;
}

/**
 * Pairs the rows of a list by key, in any order: a key that is there once on both sides tells; rows that share a key
 * are paired by content, then in order; rows left on both sides that hold much the same beside the key got another one.
 * `width` is of how many columns the key is, `inPlace` how rows would be paired in order.
 */
export function pairByKey(
  official: KeyedRows,
  local: KeyedRows,
  lines: Lines,
  worth: LineWorth,
  inPlace: Int32Array,
  width: number,
): PairedRows {
  const ids = lines.ids('exact');
  const to = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (i: number, j: number): void => {
    to.set(i, j);
    taken.add(j);
  };
  const ours = rowsByKey(official);
  const theirs = rowsByKey(local);
  let duplicates = 0;
  for (const [key, rows] of ours) {
    const others = theirs.get(key) ?? [];
    if (rows.length > 1 || others.length > 1) duplicates += (rows.length > 1 ? rows.length : 0) + (others.length > 1 ? others.length : 0);
    if (rows.length === 1 && others.length === 1) pair(rows[0]!, others[0]!);
    else pairAmong(rows, others, ids, worth, pair, 0);
  }
  // A line without key among the others, as a heading that is repeated, is the one that holds the same.
  pairAmong(withoutKey(official, ids.official), withoutKey(local, ids.local), ids, worth, pair, EQUAL);
  // What stands elsewhere on the other side's sheet moved out of the list and was not renamed.
  const headings = lines.headings();
  const [known, knownLocal] = [new Set(headings.official), new Set(headings.local)];
  const left = range(official.data).filter((i) => !to.has(i) && !knownLocal.has(headings.official[i] || -1));
  const leftLocal = range(local.data).filter((j) => !taken.has(j) && !known.has(headings.local[j] || -1));
  const free = new Set(leftLocal);
  for (const i of left) {
    const j = inPlace[i]!;
    const more = Math.max(worth.official(i), worth.local(j)) - width;
    if (free.has(j) && !taken.has(j) && (more <= 0 || worth.common(i, j) >= RENAMED * more)) pair(i, j);
  }
  pairAmong(
    left.filter((i) => !to.has(i)),
    leftLocal.filter((j) => !taken.has(j)),
    ids,
    worth,
    pair,
    RENAMED,
    // Rows of few categories are much alike: where key and place are others, nothing else may be.
    (i, j) => isBetween(to, official.data, i, j) || worth.common(i, j) >= ALL_ELSE * (Math.max(worth.official(i), worth.local(j)) - width),
  );
  return { to, duplicates };
}

/** Whether two rows stand between the same neighbours, of those that are paired. */
function isBetween(to: ReadonlyMap<number, number>, { first, last }: Span, i: number, j: number): boolean {
  let [before, behind] = [i - 1, i + 1];
  while (before >= first && !to.has(before)) before--;
  while (behind <= last && !to.has(behind)) behind++;
  return j > (to.get(before) ?? 0) && j < (to.get(behind) ?? Infinity);
}

/** Pairs rows by content: equal ones in order, then the most alike first, as long as they share this much and `may` be one. */
function pairAmong(
  official: readonly number[],
  local: readonly number[],
  ids: LineIds,
  worth: LineWorth,
  pair: (i: number, j: number) => void,
  least: number,
  may: (i: number, j: number) => boolean = () => true,
): void {
  const equal = new Map<number, number[]>();
  for (const j of [...local].reverse()) {
    const list = equal.get(ids.local[j]!);
    if (list === undefined) equal.set(ids.local[j]!, [j]);
    else list.push(j);
  }
  const used = new Set<number>();
  const rest: number[] = [];
  for (const i of official) {
    const j = equal.get(ids.official[i]!)?.pop();
    if (j === undefined) rest.push(i);
    else {
      pair(i, j);
      used.add(j);
    }
  }
  const others = local.filter((j) => !used.has(j));
  if (rest.length * others.length > MOST_COMPARED) {
    if (least === 0) rest.slice(0, others.length).forEach((i, k) => pair(i, others[k]!));
    return;
  }
  const alike = rest
    .flatMap((i) => others.map((j) => ({ i, j, share: share(worth, i, j) })))
    .filter(({ i, j, share: one }) => one >= least && may(i, j))
    .sort((a, b) => b.share - a.share);
  const done = new Set<number>();
  for (const { i, j } of alike) {
    if (done.has(i) || used.has(j)) continue;
    pair(i, j);
    done.add(i);
    used.add(j);
  }
}

function share(worth: LineWorth, i: number, j: number): number {
  return worth.common(i, j) / Math.max(worth.official(i), worth.local(j), 0.5);
}

function withoutKey({ data, keys }: KeyedRows, ids: Int32Array): number[] {
  return range(data).filter((row, k) => keys[k] === null && ids[row] !== 0);
}

function rowsByKey({ data, keys }: KeyedRows): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  keys.forEach((key, k) => {
    if (key === null) return;
    const list = rows.get(key);
    if (list === undefined) rows.set(key, [data.first + k]);
    else list.push(data.first + k);
  });
  return rows;
}

function range({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
