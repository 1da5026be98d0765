import { isRising } from '../align/isRising';
import type { Span } from '../workbook/Snapshot';
import type { Jump } from './jumpsOf';

/** So many runs that have no partner anyway are left so, or not, in every combination. */
const MOST_RUNS = 5;

/** Lines that have no partner, of official (0) or local (1). */
interface Alone {
  readonly side: 0 | 1;
  readonly lines: Span;
}

/**
 * Matches in which the lines that formulas jump over have no partner and all others are matched one by one, but for runs that have
 * none anyway. What two matched lines both jump over says nothing.
 */
export function jumpedMatches(match: Int32Array, localCount: number, official: readonly Jump[], local: readonly Jump[]): Int32Array[] {
  if (!isRising(match)) return [];
  const isBoth = (ours: Jump, theirs: Jump): boolean => match[ours.from] === theirs.from && lengthOf(ours) === lengthOf(theirs);
  const jumps: Alone[] = [
    ...official.filter((ours) => !local.some((theirs) => isBoth(ours, theirs))).map((lines) => ({ side: 0 as const, lines })),
    ...local.filter((theirs) => !official.some((ours) => isBoth(ours, theirs))).map((lines) => ({ side: 1 as const, lines })),
  ];
  if (jumps.length === 0) return [];
  const runs = runsAlone(match, localCount);
  return [jumps, ...(jumps.length > 1 ? jumps.map((jump) => [jump]) : [])].flatMap((own) => {
    const free = runs.filter((run) => !own.some((other) => meet(run, other))).slice(0, MOST_RUNS);
    return Array.from({ length: 1 << free.length }, (_, bits) =>
      oneByOne(match.length - 1, localCount, [...own, ...free.filter((_, k) => (bits & (1 << k)) !== 0)]),
    ).filter((one) => one !== null);
  });
}

function lengthOf({ first, last }: Span): number {
  return last - first + 1;
}

function meet(one: Alone, other: Alone): boolean {
  return one.side === other.side && one.lines.first <= other.lines.last && other.lines.first <= one.lines.last;
}

/** The runs of lines that have no partner. */
function runsAlone(match: Int32Array, localCount: number): Alone[] {
  const partners = new Set(match);
  const runs: { side: 0 | 1; lines: { first: number; last: number } }[] = [];
  for (const side of [0, 1] as const) {
    const count = side === 0 ? match.length - 1 : localCount;
    for (let line = 1; line <= count; line++) {
      if (side === 0 ? match[line] !== 0 : partners.has(line)) continue;
      const open = runs.at(-1);
      if (open?.side === side && open.lines.last === line - 1) open.lines.last = line;
      else runs.push({ side, lines: { first: line, last: line } });
    }
  }
  return runs;
}

/** The match of all lines but these in their order; null where one side has more of them. */
function oneByOne(count: number, localCount: number, alone: readonly Alone[]): Int32Array | null {
  const [ours, theirs] = [count, localCount].map((end, side) => {
    const left = new Set(Array.from({ length: end }, (_, k) => k + 1));
    for (const { lines } of alone.filter((one) => one.side === side)) {
      for (let line = lines.first; line <= lines.last; line++) left.delete(line);
    }
    return [...left];
  }) as [number[], number[]];
  if (ours.length !== theirs.length) return null;
  const match = new Int32Array(count + 1);
  ours.forEach((line, k) => (match[line] = theirs[k]!));
  return match;
}
