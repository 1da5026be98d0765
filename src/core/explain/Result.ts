import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import type { CellPair } from '../compare/CellPair';
import type { CellColumns } from '../workbook/Snapshot';
import type { Precedents, Reads } from './Precedents';

/** A formula's result that differs, and what it reads in either workbook. */
export interface Result {
  readonly cell: CellPair;
  readonly place: Place;
  readonly gap: number;
  readonly reads: { readonly official: Reads; readonly local: Reads };
}

/** Both workbooks. */
export const SIDES = ['official', 'local'] as const;

/** The result that a differing cell is; null where there is no formula on one of the two sides. */
export function resultOf(
  grid: CommonGrid,
  precedents: { readonly official: Precedents; readonly local: Precedents },
  pair: number,
  cell: CellPair,
): Result | null {
  const [a, b] = [cellsOf(grid, pair, 'official'), cellsOf(grid, pair, 'local')];
  const { official: p, local: q } = cell;
  const [f, g] = [p < 0 ? -1 : a.formula[p]!, q < 0 ? -1 : b.formula[q]!];
  if (f < 0 || g < 0) return null;
  const { official, local } = grid.pairs[pair]!;
  return {
    cell,
    place: { pair, officialRow: a.row[p]!, officialColumn: a.column[p]!, localRow: b.row[q]!, localColumn: b.column[q]! },
    gap: Math.abs(a.payload[p]! - b.payload[q]!),
    reads: {
      official: precedents.official.of(grid.officialShapes.of(f), grid.official.sheets[official!]!.name),
      local: precedents.local.of(grid.localShapes.of(g), grid.local.sheets[local!]!.name),
    },
  };
}

/** The cells of one side of a sheet pair that has them. */
export function cellsOf(grid: CommonGrid, pair: number, side: (typeof SIDES)[number]): CellColumns {
  return grid[side].sheets[grid.pairs[pair]![side]!]!.cells;
}
