import { toCommon } from '../align/axis';
import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import { REFERENCE_SIZE } from '../formula/FormulaShapes';
import { MAX_COLUMN, MAX_ROW } from '../workbook/Address';
import type { Look } from './Onlookers';
import { withoutCrossing } from './withoutCrossing';

type AxisName = 'rows' | 'columns';

/** So many of the distances that formulas say lines have moved by are tried. */
const MOST_DISTANCES = 8;

/** So far from what was voted for, lines that differ may begin or end what stands elsewhere. */
const NEAR = 12;

/** By distance, how often formulas say that a line stands so far behind its partner; lines count in official. */
type Votes = Map<number, Map<number, number>>;

/**
 * What formulas say that do the same and look elsewhere: that the line which one names is the line which the other names.
 * `pair` is the sheet pair they are asked about.
 */
export function votesOf(grid: CommonGrid, pair: number, askew: readonly Look[]): Readonly<Record<AxisName, Votes>> {
  const votes = { rows: new Map(), columns: new Map() };
  const a: Target = { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  const b: Target = { ...a };
  const vote = (name: AxisName, official: number, local: number): void => {
    const axis = grid.pairs[pair]![name];
    if (official >= (name === 'rows' ? MAX_ROW : MAX_COLUMN) || toCommon(axis, 'official', official) === toCommon(axis, 'local', local))
      return;
    const own = votes[name] as Votes;
    let lines = own.get(local - official);
    if (lines === undefined) own.set(local - official, (lines = new Map()));
    lines.set(official, (lines.get(official) ?? 0) + 1);
  };
  for (const { official: f, local: g, place } of askew) {
    for (let at = 0; at < f.references.length; at += REFERENCE_SIZE) {
      grid.officialTarget(f, at, place, a);
      grid.localTarget(g, at, place, b);
      if (a.pair !== pair || b.pair !== pair) continue;
      for (const end of ['firstRow', 'lastRow'] as const) vote('rows', a[end], b[end]);
      for (const end of ['firstColumn', 'lastColumn'] as const) vote('columns', a[end], b[end]);
    }
  }
  return votes;
}

/**
 * Matches like this one in which lines stand as far behind their partners as formulas say, those with the most votes
 * first, from and to where votes or lines that differ (`amiss`) begin and end.
 */
export function votedMatches(match: Int32Array, localCount: number, votes: Votes, amiss: ReadonlyMap<number, number>): Int32Array[] {
  const weight = (lines: ReadonlyMap<number, number>): number => [...lines.values()].reduce((sum, count) => sum + count, 0);
  const distances = [...votes].sort(([by, one], [than, other]) => weight(other) - weight(one) || by - than).slice(0, MOST_DISTANCES);
  const found: Int32Array[] = [];
  const count = match.length - 1;
  for (const [by, lines] of distances) {
    const voted = [...lines.keys()].filter((line) => line <= count).sort((x, y) => x - y);
    if (voted.length === 0) continue;
    const firsts = new Set([voted[0]!, startOf(match, voted[0]!)]);
    const ends = new Set([voted.at(-1)! + 1, endOf(match, voted.at(-1)!)]);
    for (const line of voted) {
      if (!voted.includes(line - 1)) firsts.add(line);
      if (!voted.includes(line + 1)) ends.add(line + 1);
    }
    for (let line = voted[0]! - NEAR; line <= voted.at(-1)! + NEAR; line++) {
      if (amiss.has(line) === amiss.has(line - 1) || line < 1 || line > count + 1) continue;
      firsts.add(line);
      ends.add(line);
    }
    for (const first of firsts) {
      for (const end of ends) {
        if (end <= first) continue;
        const one = placed(match, localCount, first, end, by);
        found.push(one);
        const clear = withoutCrossing(one, first, end);
        if (clear !== null) found.push(clear);
      }
    }
  }
  return found;
}

/** The first line of the lines about this one that stand as far from their partners as it does. */
function startOf(match: Int32Array, line: number): number {
  let first = line;
  while (first > 1 && match[first - 1] !== 0 && match[first - 1]! - first + 1 === match[line]! - line) first--;
  return first;
}

/** Where the lines about this one end that stand as far from their partners as it does. */
function endOf(match: Int32Array, line: number): number {
  let end = line + 1;
  while (end < match.length && match[end] !== 0 && match[end]! - end === match[line]! - line) end++;
  return end;
}

function placed(match: Int32Array, localCount: number, first: number, end: number, by: number): Int32Array {
  const one = match.slice();
  const taken = new Set<number>();
  for (let i = first; i < end; i++) {
    one[i] = i + by >= 1 && i + by <= localCount ? i + by : 0;
    taken.add(one[i]!);
  }
  for (let i = 1; i < one.length; i++) if ((i < first || i >= end) && taken.has(one[i]!)) one[i] = 0;
  return one;
}
