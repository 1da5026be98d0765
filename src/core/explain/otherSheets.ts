import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { Place } from '../align/Place';
import { rowStart } from '../workbook/cellAt';
import type { OverSheets } from './Precedents';

/**
 * The names of the sheets, as local calls them, at the ends of the first reference over several sheets between which other sheets stand
 * in either workbook, with anything in the cells that are read. A sheet that one workbook has for itself does not count: it is a
 * difference by itself, which the formula follows.
 */
export function otherSheets(
  grid: CommonGrid,
  official: readonly OverSheets[],
  local: readonly OverSheets[],
  place: Place,
): { readonly first: string; readonly last: string } | null {
  if (official.length !== local.length) return null;
  for (const [k, theirs] of local.entries()) {
    const ours = official[k]!;
    const [one, other] = [pairsOf(ours, grid.officialPair), pairsOf(theirs, grid.localPair)];
    const left = [...one].some((pair) => !other.has(pair) && isRead(grid, pair, 'official', ours.range(place)));
    if (left || [...other].some((pair) => !one.has(pair) && isRead(grid, pair, 'local', theirs.range(place)))) {
      const { sheets } = grid.local;
      return { first: sheets[theirs.first]!.name, last: sheets[theirs.last]!.name };
    }
  }
  return null;
}

function pairsOf({ first, last }: OverSheets, pairOf: Int32Array): ReadonlySet<number> {
  return new Set(pairOf.subarray(Math.min(first, last), Math.max(first, last) + 1));
}

/** True when both workbooks have the sheet and there is anything in the range on that side. */
function isRead(grid: CommonGrid, pairIndex: number, side: 'official' | 'local', range: Target): boolean {
  const pair = grid.pairs[pairIndex]!;
  if (pair.official === null || pair.local === null) return false;
  const { cells } = grid[side].sheets[pair[side]!]!;
  for (let p = rowStart(cells, range.firstRow); p < cells.count && cells.row[p]! <= range.lastRow; p++) {
    if (cells.column[p]! >= range.firstColumn && cells.column[p]! <= range.lastColumn) return true;
  }
  return false;
}
