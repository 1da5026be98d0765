import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { CellPair } from '../compare/CellPair';
import { NOISE } from '../compare/sameValue';
import { isInside } from '../workbook/Address';
import { ValueKind } from '../workbook/Snapshot';
import { DifferingCells } from './DifferingCells';
import { Precedents } from './Precedents';
import type { DifferingSides } from './RoleAssigner';
import { cellsOf, resultOf, SIDES, type Result } from './Result';
import { SizeOfReads } from './SizeOfReads';

/** What was found on one sheet pair: cells that differ, and where values do. */
interface FoundCells {
  readonly cells: readonly CellPair[];
  readonly differing: DifferingSides;
}

/** What subtracting leaves of large numbers that are equal is smaller than this. */
const LEFT_OVER = 1e-5;
/** So often results that depend on each other are gone through. */
const ROUNDS = 50;

/** True for two results of one formula that are so close that calculating may be all that is between them. */
export function isNearlyEqual(grid: CommonGrid, pair: number, { kind, role, official: p, local: q }: CellPair): boolean {
  if (kind !== 'value' || role !== null || p < 0 || q < 0) return false;
  // The same number is another day there.
  if (grid.official.dateSystem !== grid.local.dateSystem) return false;
  const [a, b] = [cellsOf(grid, pair, 'official'), cellsOf(grid, pair, 'local')];
  if (a.formula[p]! < 0 || b.formula[q]! < 0 || a.kind[p] !== ValueKind.Number || b.kind[q] !== ValueKind.Number) return false;
  return Math.abs(a.payload[p]! - b.payload[q]!) <= LEFT_OVER;
}

/**
 * The results that differ by the noise of calculating alone, such as a check of two totals that is 0 in one workbook and 1.2E-10 in the other:
 * nothing that they read differs, and the gap is next to nothing of the numbers they read. Nearly equal results are to be left out of
 * `differing`; those that are no noise are put there. One that turns a result elsewhere, such as a check that it is 0, is none.
 */
export function calculationNoise(
  grid: CommonGrid,
  found: readonly FoundCells[],
  differingNames: ReadonlySet<string>,
): ReadonlySet<CellPair> {
  const precedents = { official: new Precedents(grid, 'official'), local: new Precedents(grid, 'local') };
  const near: Result[] = [];
  found.forEach(({ cells }, pair) => {
    for (const cell of cells) if (isNearlyEqual(grid, pair, cell)) near.push(resultOf(grid, precedents, pair, cell)!);
  });
  if (near.length === 0) return new Set();
  /** Only when there is noise that may have turned them. */
  const others = (): Result[] =>
    found.flatMap(({ cells }, pair) =>
      cells.flatMap((cell) => {
        const result = cell.role === null && !isNearlyEqual(grid, pair, cell) ? resultOf(grid, precedents, pair, cell) : null;
        return result === null ? [] : [result];
      }),
    );
  const readsDiffering = (result: Result): boolean =>
    SIDES.some((side) => result.reads[side].names.some((name) => differingNames.has(name))) ||
    readsOf(result, (side, target) => holdsAny(found[target.pair]!.differing[side], target));
  const sizes = new SizeOfReads(grid, near);
  const isNoise = (result: Result): boolean =>
    SIDES.every((side) => result.reads[side].hidden === null && !result.reads[side].isComputed) &&
    !readsDiffering(result) &&
    result.gap <= NOISE * sizes.of(result);

  let noise: ReadonlySet<Result> = new Set(near);
  for (let round = 0; noise.size > 0; round++) {
    const left: ReadonlySet<Result> = round < ROUNDS ? without(new Set([...noise].filter(isNoise)), others, readsDiffering) : new Set();
    for (const result of noise) if (!left.has(result)) addTo(found[result.place.pair]!.differing, result);
    if (left.size === noise.size) break;
    noise = left;
  }
  return new Set([...noise].map(({ cell }) => cell));
}

/** Noise without what turns one of the other results, in which nothing else that it reads differs. */
function without(noise: Set<Result>, others: () => readonly Result[], readsDiffering: (result: Result) => boolean): Set<Result> {
  if (noise.size === 0) return noise;
  const places = new Map<number, DifferingSides>();
  for (const result of noise) {
    const { pair } = result.place;
    if (!places.has(pair)) places.set(pair, { official: new DifferingCells(), local: new DifferingCells() });
    addTo(places.get(pair)!, result);
  }
  for (const other of others()) {
    const read = readsOf(other, (side, target) => places.has(target.pair) && holdsAny(places.get(target.pair)![side], target));
    if (!read || readsDiffering(other)) continue;
    for (const result of noise) {
      const { pair, officialRow, officialColumn, localRow, localColumn } = result.place;
      const own = { official: { row: officialRow, column: officialColumn }, local: { row: localRow, column: localColumn } };
      if (readsOf(other, (side, target) => target.pair === pair && isInside(target, own[side]))) noise.delete(result);
    }
  }
  return noise;
}

function readsOf({ reads, place }: Result, visit: (side: (typeof SIDES)[number], target: Target) => boolean): boolean {
  return SIDES.some((side) => reads[side].ranges(place, (target) => visit(side, target)));
}

function holdsAny(cells: DifferingCells, { firstRow, lastRow, firstColumn, lastColumn }: Target): boolean {
  return cells.any(firstRow, lastRow, firstColumn, lastColumn, 0, 0);
}

function addTo({ official, local }: DifferingSides, { place }: Result): void {
  official.add(place.officialRow, place.officialColumn);
  local.add(place.localRow, place.localColumn);
}
