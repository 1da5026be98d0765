import type { CommonGrid } from '../align/CommonGrid';
import type { Difference } from '../compare/Difference';
import { parseRange } from '../workbook/Address';
import { CellReads } from './CellReads';
import { DifferenceIndex, pairOfSheet } from './DifferenceIndex';
import { findCircles } from './findCircles';
import type { Precedents } from './Precedents';
import { whyCircular } from './whyUnexplained';

type Side = 'official' | 'local';
type BothPrecedents = Readonly<Record<Side, Precedents>>;

/** More causes than people look at one by one. */
const MOST_CAUSES = 8;
/** Of what was filled over a range so many cells are looked into, spread over it. */
const MOST_CELLS = 24;
/** With more to follow than this nobody reads what each of it follows. */
const MOST_FOLLOWING = 50_000;

/**
 * The differences with the ids of the causes that each consequence follows, straight or through others, at most eight of each; what only
 * follows itself, in a circle, is unexplained. With more than fifty thousand consequences none is traced.
 */
export function traceCauses(differences: readonly Difference[], grid: CommonGrid, precedents: BothPrecedents): readonly Difference[] {
  const following = differences.filter(({ role }) => role === 'consequence').length;
  if (following === 0 || following > MOST_FOLLOWING) return differences;
  const index = new DifferenceIndex(grid, differences);
  const reads = new CellReads(grid, precedents);
  /** By difference, the consequences that read it. */
  const readers = new Map<number, number[]>();
  differences.forEach((difference, at) => {
    // Through a formula that someone changed what it reads is handed on too.
    if (difference.role !== 'consequence' && (difference.official?.formula ?? difference.local?.formula ?? null) === null) return;
    for (const read of readsOf(difference, reads, index)) {
      if (read === at) continue;
      const known = readers.get(read);
      if (known === undefined) readers.set(read, [at]);
      else known.push(at);
    }
  });
  const causes = spread(differences, readers);
  const circles = findCircles(differences, groundless(differences, readers), reads, index);
  return differences.map((difference, at) => {
    const found = causes.get(at);
    const circle = circles.get(at);
    if (circle !== undefined) return { ...difference, role: 'unexplained', note: whyCircular(circle) };
    return difference.role !== 'consequence' || found === undefined
      ? difference
      : { ...difference, causes: found.map((cause) => differences[cause]!.id) };
  });
}

/** Hands every cause on to what reads it, and to what reads that, until nothing more comes in. */
function spread(
  differences: readonly Difference[],
  readers: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, readonly number[]> {
  const causes = new Map<number, number[]>();
  const queue: (readonly [at: number, cause: number])[] = [];
  differences.forEach(({ role }, at) => {
    if (role === 'cause') queue.push([at, at]);
  });
  for (let next = 0; next < queue.length; next++) {
    const [at, cause] = queue[next]!;
    for (const reader of readers.get(at) ?? []) {
      let known = causes.get(reader);
      if (known === undefined) causes.set(reader, (known = []));
      if (known.length >= MOST_CAUSES || known.includes(cause)) continue;
      known.push(cause);
      queue.push([reader, cause]);
    }
  }
  return causes;
}

/** The consequences to which no way leads from anything that was changed or that nothing explains. */
function groundless(differences: readonly Difference[], readers: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const grounded = new Set<number>();
  const queue = differences.flatMap(({ role }, at) => (role === 'consequence' ? [] : [at]));
  for (let next = 0; next < queue.length; next++) {
    for (const reader of readers.get(queue[next]!) ?? []) {
      if (grounded.has(reader)) continue;
      grounded.add(reader);
      queue.push(reader);
    }
  }
  return differences.flatMap(({ role }, at) => (role === 'consequence' && !grounded.has(at) ? [at] : []));
}

/** The differences that the cells of one difference read, by their place in the list. */
function readsOf({ official, local }: Difference, reads: CellReads, index: DifferenceIndex): ReadonlySet<number> {
  const found = new Set<number>();
  const side: Side = local === null ? 'official' : 'local';
  const shown = (local ?? official)!;
  const range = parseRange(shown.address);
  const pair = pairOfSheet(reads.grid, side, shown.sheet);
  if (range === null || pair < 0) return found;
  const columns = range.lastColumn - range.firstColumn + 1;
  const count = (range.lastRow - range.firstRow + 1) * columns;
  const step = Math.max(1, Math.floor(count / MOST_CELLS));
  for (let at = 0; at < count; at += step) {
    const [row, column] = [range.firstRow + Math.floor(at / columns), range.firstColumn + (at % columns)];
    reads.visit(reads.cellAt(side, pair, row, column), {
      name(key) {
        const difference = index.ofName(key);
        if (difference >= 0) found.add(difference);
      },
      range: (of, target) => index.forEachIn(of, target, (difference) => found.add(difference)),
    });
  }
  return found;
}
