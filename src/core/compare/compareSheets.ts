import { ownPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import { share } from '../align/SharedIds';
import { isNearlyEqual } from '../explain/calculationNoise';
import { DifferingCells } from '../explain/DifferingCells';
import type { DifferingSides } from '../explain/RoleAssigner';
import type { CellPair } from './CellPair';
import { compareCells } from './compareCells';
import { hiddenDifferences, lineDifferences, moveDifferences, ownLinesOf, visitOwnCells, type OwnLines } from './compareLines';
import type { DifferenceDraft } from './DifferenceSink';
import { formatIds } from './FormatIds';
import { sheetDifferences } from './sheetDifferences';
import type { Tolerances } from './Tolerances';

/** What was found on one sheet pair before roles are known. */
export interface SheetFindings {
  readonly drafts: readonly DifferenceDraft[];
  readonly cells: readonly CellPair[];
  readonly lines: readonly OwnLines[];
  /** Where values differ, results apart that are nearly equal, and where only one side has anything. */
  readonly differing: DifferingSides;
}

/** What differs on each sheet pair of a grid, in their order; with `only`, nothing on any but the pair of that sheet of local. */
export function compareSheets(grid: CommonGrid, tolerances: Tolerances, only?: string): SheetFindings[] {
  const { official, local } = grid;
  const strings = share(official.strings, local.strings);
  const formats = formatIds(official.formats, local.formats);
  return grid.pairs.map((pair, index): SheetFindings => {
    const differing = { official: new DifferingCells(), local: new DifferingCells() };
    const ours = pair.official === null ? null : official.sheets[pair.official]!;
    const theirs = pair.local === null ? null : local.sheets[pair.local]!;
    if (only !== undefined && theirs?.name.toLowerCase() !== only.toLowerCase()) return { drafts: [], cells: [], lines: [], differing };
    if (ours === null || theirs === null) {
      const { cells } = (ours ?? theirs)!;
      const own = differing[ours === null ? 'local' : 'official'];
      for (let p = 0; p < cells.count; p++) own.add(cells.row[p]!, cells.column[p]!);
      return { drafts: sheetDifferences(grid, index), cells: [], lines: [], differing };
    }
    const lines = ownLinesOf(grid, index);
    const tolerance = tolerances.ofSheet(ours.name, theirs.name);
    const cells = compareCells({ grid, pair: index, ends: grid.ends[index]!, tolerance, strings, formats });
    for (const cell of cells) {
      if (!cell.valueDiffers || isNearlyEqual(grid, index, cell)) continue;
      const { row, column } = cell;
      for (const side of ['official', 'local'] as const) {
        const own = ownPlace(pair, side, row, column);
        differing[side].add(own.row, own.column);
      }
    }
    if (lines.some(({ runs }) => runs.length > 0)) addOwnCells(grid, index, lines, differing);
    const drafts = [
      ...sheetDifferences(grid, index),
      ...lineDifferences(grid, index, lines),
      ...moveDifferences(grid, index),
      ...hiddenDifferences(grid, index, 'rows'),
      ...hiddenDifferences(grid, index, 'columns'),
    ];
    return { drafts, cells, lines, differing };
  });
}

function addOwnCells(grid: CommonGrid, index: number, lines: readonly OwnLines[], differing: DifferingSides): void {
  const pair = grid.pairs[index]!;
  for (const own of lines) {
    const { cells } = grid[own.side].sheets[pair[own.side]!]!;
    visitOwnCells(cells, pair, own, (p) => differing[own.side].add(cells.row[p]!, cells.column[p]!));
  }
}
