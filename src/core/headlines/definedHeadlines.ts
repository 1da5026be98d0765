import type { CommonGrid } from '../align/CommonGrid';
import type { Definition } from '../definitions/Definition';
import type { DefinitionPair } from '../definitions/pairDefinitions';
import { tiedCells } from '../definitions/tiedCells';
import { findCell } from '../workbook/cellAt';
import type { Snapshot } from '../workbook/Snapshot';
import { isCalculatedNumber, isSameCell, partnerOf, type HeadlineCell, type HeadlinePlace } from './HeadlineCell';

/**
 * The metrics of official's dictionary that it says are found in one cell that is calculated, in its order. An input, a range of cells
 * and what is only said in words is none. In local it is the cell that lies on official's: a typed address does not follow rows that were
 * put in; only where local has no such cell, the one that its own dictionary names.
 */
export function definedHeadlines(grid: CommonGrid, definitions: readonly DefinitionPair[]): HeadlinePlace[] {
  const found: HeadlinePlace[] = [];
  for (const { official, local } of definitions) {
    const cell = official && tiedCell(grid.official, official);
    if (official === null || cell === null || !isCalculatedNumber(grid.official, cell)) continue;
    if (found.some((other) => isSameCell(other.official, cell))) continue;
    found.push({
      name: official.metric,
      official: cell,
      local: partnerOf(grid, 'official', cell) ?? (local && tiedCell(grid.local, local)),
    });
  }
  return found;
}

function tiedCell(snapshot: Snapshot, definition: Definition): HeadlineCell | null {
  const tied = tiedCells(snapshot, definition);
  if (tied === null) return null;
  const { sheet, range } = tied;
  const { firstRow: row, firstColumn: column } = range;
  if (row !== range.lastRow || column !== range.lastColumn) return null;
  return { sheet, row, column, position: findCell(snapshot.sheets[sheet]!.cells, row, column) };
}
