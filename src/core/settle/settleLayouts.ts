import { alignSheet } from '../align/alignSheet';
import { CommonGrid } from '../align/CommonGrid';
import type { SheetPair } from '../align/Correspondence';
import type { SheetContent } from '../align/SheetContent';
import { swapPair } from '../align/swapPair';
import { writtenOrder } from '../align/writtenOrder';
import type { Snapshot } from '../workbook/Snapshot';
import { LayoutSearch } from './LayoutSearch';
import { Onlookers } from './Onlookers';
import { Readings } from './Reading';
import { widerBands } from './widerBands';

/** Sheets of more cells in all are laid out as they are found: there, lines are told apart well enough. */
const MOST_CELLS = 8_000;
/** So many cells are looked at in all. */
const EFFORT = 120_000;
const EFFORT_ON_ORDER = 30_000;

type ContentOf = (side: 'official' | 'local', sheet: number) => SheetContent;

/**
 * Lays sheets out in the way nearby that leaves least to read. Lines are first aligned by what they hold, formulas as
 * written; only when all is laid out is it known which formulas mean the same, and between lines that are much alike
 * (copies, formulas only) that decides.
 */
export function settleLayouts(
  official: Snapshot,
  local: Snapshot,
  pairs: readonly SheetPair[],
  contentOf: ContentOf,
): readonly SheetPair[] {
  const isSmall = ({ official: o, local: l }: SheetPair): boolean =>
    o !== null && l !== null && official.sheets[o]!.cells.count + local.sheets[l]!.cells.count <= MOST_CELLS;
  const differs = (pair: SheetPair): boolean =>
    isSmall(pair) && !holdTheSame(contentOf('official', pair.official!), contentOf('local', pair.local!));
  if (!pairs.some(differs)) return pairs;
  // In an order that the contents decide, so that the answer is the same from both sides.
  if (!comesFirst(local, official, pairs)) return settle(official, local, pairs, differs, contentOf);
  const swapped = pairs.map(swapPair);
  const settled = settle(
    local,
    official,
    swapped,
    (pair) => differs(swapPair(pair)),
    (side, sheet) => contentOf(side === 'official' ? 'local' : 'official', sheet),
  );
  return settled.map((pair, k) => (pair === swapped[k] ? pairs[k]! : swapPair(pair)));
}

/** True when all cells hold the same in the same places. */
function holdTheSame(official: SheetContent, local: SheetContent): boolean {
  const [a, b] = [official.cells, local.cells];
  if (a.count !== b.count) return false;
  for (let p = 0; p < a.count; p++) {
    if (official.exact[p] !== local.exact[p] || a.row[p] !== b.row[p] || a.column[p] !== b.column[p]) return false;
  }
  return true;
}

/** True when one workbook goes before the other, by the first pair of sheets that do not hold the same. */
function comesFirst(one: Snapshot, other: Snapshot, pairs: readonly SheetPair[]): boolean {
  for (const { official, local } of pairs) {
    if (official === null || local === null) continue;
    // Pairs name official's sheets first, whichever way round the workbooks are asked about.
    const order = writtenOrder({ ...one, cells: one.sheets[local]!.cells }, { ...other, cells: other.sheets[official]!.cells });
    if (order !== 0) return order < 0;
  }
  return false;
}

function settle(
  official: Snapshot,
  local: Snapshot,
  pairs: readonly SheetPair[],
  differs: (pair: SheetPair) => boolean,
  contentOf: ContentOf,
): readonly SheetPair[] {
  let grid = new CommonGrid(official, local, pairs);
  const onlookers = new Onlookers(grid);
  let [effort, effortOnOrder] = [EFFORT, EFFORT_ON_ORDER];
  pairs.forEach((pair, index) => {
    if (!differs(pair)) return;
    const readings = new Readings(grid, index, contentOf('official', pair.official!), contentOf('local', pair.local!));
    if (pair.bands.length > 0) grid = withWholeLines(withWiderBands(grid, index, readings), index, readings);
    const search = new LayoutSearch(grid, readings, onlookers, effort, effortOnOrder);
    grid = search.best();
    ({ effort, effortOnOrder } = search);
  });
  return grid.pairs;
}

/** The grid with bands as wide as their blocks on a sheet pair where that leaves less to read. */
function withWiderBands(grid: CommonGrid, index: number, readings: Readings): CommonGrid {
  const wider = widerBands(grid.pairs[index]!, readings.lines);
  const other = new CommonGrid(grid.official, grid.local, grid.pairs.with(index, wider), grid);
  return readings.of(other).score < readings.of(grid).score ? other : grid;
}

/** The grid without cells that moved on a sheet pair where whole lines leave less to read: a line that moved seems still where formulas are alike all along. */
function withWholeLines(grid: CommonGrid, index: number, readings: Readings): CommonGrid {
  const { precise: _, ...whole } = alignSheet(readings.official, readings.local, true);
  const other = new CommonGrid(grid.official, grid.local, grid.pairs.with(index, { ...grid.pairs[index]!, ...whole }), grid);
  return readings.of(other).score < readings.of(grid).score ? other : grid;
}
