import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import type { Difference, DifferenceSide } from '../../../src/core/compare/Difference';
import { columnNumber, parseRange } from '../../../src/core/workbook/Address';
import { explain, line, type Explanation, type KeyedLists, type NamedMoves } from './explain';
import type { MovedBlock } from './explainMoves';
import { foundLayout, isSameLayout, plantedLayout, type LaidOutPair, type Layout, type Side } from './Layout';
import type { Trial } from './makeTrial';
import { snapshotOfBook } from './snapshotOfBook';
import type { AxisName } from './TracedBook';

/** How many decisions of a sort were right, how many were made and how many there were to make. */
export interface Tally {
  readonly right: number;
  readonly found: number;
  readonly planted: number;
}

export const TALLIES = ['rows', 'columns', 'cells', 'differences'] as const;

/** What came of a trial. */
export interface Verdict {
  /** What is wrong, a line each; none when all is found and nothing invented. */
  readonly misses: readonly string[];
  /** True when lines were laid out otherwise than planted, in a way that explains the books as well. */
  readonly equivalent: boolean;
  readonly tallies: Readonly<Record<(typeof TALLIES)[number], Tally>>;
}

/** Compares the two books of a trial and judges every decision by what was planted. */
export function judgeTrial({ official, local }: Pick<Trial, 'official' | 'local'>): Verdict {
  const [ours, theirs] = [snapshotOfBook(official), snapshotOfBook(local)];
  const correspondence = correspond(ours, theirs);
  const found = compare(ours, theirs, { correspondence });
  const planted = plantedLayout(official, local);
  const named: NamedMoves = (sheet) => found.differences.flatMap((one) => (one.official?.sheet === sheet ? movedBlock(one) : []));
  const truth = explain(official, local, planted, true, named);
  const layout = foundLayout(correspondence, { official, local });
  const same = layout !== null && isSameLayout(planted, layout, official, local);
  // Only another explanation may take rows for one by their key alone: what was planted as moved is to be told.
  const keyed: KeyedLists = (sheet) => found.sheets.flatMap((one) => (one.official === sheet ? one.keyed : []));
  const other = same || layout === null ? null : explain(official, local, layout, false, named, keyed);
  const equivalent = other !== null && isAsGood(other, truth);
  const expected = equivalent ? other : truth;
  const listed = found.differences.map(listedLine).sort();
  const rows = same || equivalent ? [] : lineDecisions(planted, layout, 'rows', { official, local });
  const columns = same || equivalent ? [] : lineDecisions(planted, layout, 'columns', { official, local });
  const differences = tally(expected.differences, listed);
  const cells = found.differences.flatMap(cellLines);
  const misses = [
    ...missing(expected.differences, listed).map((text) => `not listed: ${text}`),
    ...missing(listed, expected.differences).map((text) => `listed, but is none: ${text}`),
    ...rows,
    ...columns,
    ...(layout === null ? ['cells across part of a sheet are taken for inserted'] : []),
  ];
  const ofLines = (own: readonly string[], wrong: readonly string[], axis: AxisName): Tally => {
    const mine = same || equivalent ? own : other === null ? [] : other[axis];
    const { right, found: made, planted: there } = tally(own, mine);
    // A line with the wrong partner is a wrong decision and one not made.
    const mispaired = wrong.filter((text) => text.includes('paired')).length;
    return { right, found: made + mispaired, planted: there + mispaired };
  };
  return {
    misses,
    equivalent,
    tallies: {
      rows: ofLines(expected.rows, rows, 'rows'),
      columns: ofLines(expected.columns, columns, 'columns'),
      cells: tally(expected.cells, cells),
      differences,
    },
  };
}

/** An explanation that leaves no more to read than what was planted. */
function isAsGood({ cost }: Explanation, { cost: planted }: Explanation): boolean {
  return cost.sheets <= planted.sheets && cost.cells <= planted.cells;
}

function tally(planted: readonly string[], found: readonly string[]): Tally {
  return { right: planted.length - missing(planted, found).length, found: found.length, planted: planted.length };
}

/** Of the first list what the second lacks, counted. */
function missing(wanted: readonly string[], there: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of there) left.set(text, (left.get(text) ?? 0) + 1);
  return wanted.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function listedLine({ kind, role, cells, official, local }: Difference): string {
  const place = (side: DifferenceSide | null): string | null => side && `${side.sheet}!${side.address}`;
  return (role === 'cause' ? '' : `${role} `) + line(kind, cells, place(official), place(local));
}

/** The block that a listed difference says moved. */
function movedBlock({ kind, official, local }: Difference): MovedBlock[] {
  if ((kind !== 'row' && kind !== 'column') || official === null || local === null) return [];
  const [a, b] = [official, local].map(({ address }) => {
    const [first, last] = address.split(':').map((end) => (kind === 'row' ? Number(end) : columnNumber(end))) as [number, number];
    return { first, last };
  });
  return [{ axis: kind === 'row' ? 'rows' : 'columns', official: a!, local: b! }];
}

/** The cells of a listed difference, one by one. */
function cellLines({ kind, official, local }: Difference): string[] {
  const [a, b] = [official, local].map((side) => (side === null ? null : parseRange(side.address)));
  if (!a || !b || kind === 'name' || kind === 'table') return [];
  const lines: string[] = [];
  for (let down = 0; down <= a.lastRow - a.firstRow; down++) {
    for (let right = 0; right <= a.lastColumn - a.firstColumn; right++) {
      const place = ({ firstRow, firstColumn }: typeof a): string => `${firstRow + down},${firstColumn + right}`;
      lines.push(`${kind} ${official!.sheet}!${place(a)} ${local!.sheet}!${place(b)}`);
    }
  }
  return lines;
}

/** What was decided otherwise than planted, line by line. */
function lineDecisions(planted: Layout, found: Layout | null, axis: AxisName, books: Readonly<Record<Side, Trial['official']>>): string[] {
  if (found === null) return [];
  const wrong: string[] = [];
  for (const pair of planted.pairs) {
    const match = found.pairs.find(({ official, local }) => official === pair.official && local === pair.local);
    if (match === undefined) {
      wrong.push(`the sheets ${nameOf(pair, 'official', books)} and ${nameOf(pair, 'local', books)} are not taken for one`);
      continue;
    }
    if (pair.official === null || pair.local === null) continue;
    const sheet = books.official.sheets[pair.official]!;
    for (let number = 1, end = sheet.lastUsed(axis); number <= end; number++) {
      const [is, was] = [match[axis].official(number), pair[axis].official(number)];
      if (is === was) continue;
      const what =
        is === 0 ? 'taken for deleted' : was === 0 ? `paired with ${is}, though it has none` : `paired with ${is} rather than ${was}`;
      wrong.push(`${sheet.name}: ${axis === 'rows' ? 'row' : 'column'} ${number} of official is ${what}`);
    }
  }
  return wrong;
}

function nameOf(pair: LaidOutPair, side: Side, books: Readonly<Record<Side, Trial['official']>>): string {
  const index = pair[side];
  return index === null ? 'none' : books[side].sheets[index]!.name;
}
