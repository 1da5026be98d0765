import { ownPlace } from '../align/bands';
import type { Difference } from '../compare/Difference';
import { finishSteps } from '../Steps';
import { quoteSheetName, stringifyAddress } from '../workbook/Address';
import type { CellReads, CommonCell } from './CellReads';
import type { DifferenceIndex } from './DifferenceIndex';
import { traceChains } from './traceChains';
import { visitDiffering } from './visitDiffering';

/** Circles have few cells; what else has no ground was not looked into far enough, and there may be much of it. */
const MOST_LOOKED_INTO = 200;
const MOST_NAMED = 3;

/**
 * Of differences that seem to follow nothing, those that follow only themselves, each with the places that the circle passes, beginning with
 * its own; many are told by the first ones.
 */
export function findCircles(
  differences: readonly Difference[],
  groundless: readonly number[],
  reads: CellReads,
  index: DifferenceIndex,
): ReadonlyMap<number, readonly string[]> {
  const circles = new Map<number, readonly string[]>();
  const labels = { official: () => '', local: () => '' };
  for (const at of groundless.slice(0, MOST_LOOKED_INTO)) {
    const first = firstCell(differences[at]!, reads);
    if (first === null) continue;
    const circle = circleOf(first, differences, reads, index);
    if (circle === null) continue;
    // The first way round may pass by one that leads to a cause.
    const { chains } = finishSteps(traceChains({ differences, reads, index, labels }, { from: [[first, at]], ends: null, most: 1 }));
    if (chains.length === 0) circles.set(at, placesOf(circle, reads));
  }
  return circles;
}

/** The cells from this one back to it, always over the first that differs of those it reads; null where that leads elsewhere. */
function circleOf(
  start: CommonCell,
  differences: readonly Difference[],
  reads: CellReads,
  index: DifferenceIndex,
): readonly CommonCell[] | null {
  const passed = [start];
  const known = new Set([keyOf(start)]);
  for (;;) {
    const next = firstRead(passed[passed.length - 1]!, differences, reads, index);
    if (next === null) return null;
    const key = keyOf(next);
    if (key === keyOf(start)) return passed;
    if (known.has(key)) return null;
    known.add(key);
    passed.push(next);
  }
}

function firstRead(cell: CommonCell, differences: readonly Difference[], reads: CellReads, index: DifferenceIndex): CommonCell | null {
  let found: CommonCell | null = null;
  reads.visit(cell, {
    name: () => undefined,
    range(side, target) {
      if (found !== null) return;
      index.forEachIn(side, target, (difference) => {
        if (found !== null) return;
        visitDiffering(differences[difference]!, side, target, reads, (next) => {
          found = next;
          return true;
        });
      });
    },
  });
  return found;
}

function firstCell(difference: Difference, reads: CellReads): CommonCell | null {
  let first: CommonCell | null = null;
  visitDiffering(difference, difference.local === null ? 'official' : 'local', null, reads, (cell) => {
    first = cell;
    return true;
  });
  return first;
}

function placesOf(circle: readonly CommonCell[], { grid }: CellReads): readonly string[] {
  const places = circle.slice(0, MOST_NAMED + 1).map(({ pair, row, column }) => {
    const sheets = grid.pairs[pair]!;
    const side = sheets.local === null ? 'official' : 'local';
    return `${quoteSheetName(grid[side].sheets[sheets[side]!]!.name)}!${stringifyAddress(ownPlace(sheets, side, row, column))}`;
  });
  return circle.length > places.length ? [...places, `${circle.length - places.length} more`] : places;
}

function keyOf({ pair, row, column }: CommonCell): string {
  return `${pair} ${row} ${column}`;
}
