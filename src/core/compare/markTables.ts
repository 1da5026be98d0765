import { commonPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import { placeKey, type CellMarks, type FilledColumn } from './CellMarks';
import { isRenamed, sameColumnFormula } from './compareTables';
import { onOneSheet, pairOfTable, topOfColumn, type PairedTables } from './pairTables';

/** What tables make of the cells of a sheet pair: headers that rename a column, and calculated columns. */
export function markTables(grid: CommonGrid, pair: number, { pairs }: PairedTables): Pick<CellMarks, 'notes' | 'filled'> {
  const notes = new Map<number, string>();
  const filled: FilledColumn[] = [];
  for (const { official, local, columns } of pairs) {
    if (pairOfTable(grid, official) !== pair || !onOneSheet(grid, official, local)) continue;
    for (const one of columns) {
      if (one.official === null || one.local === null) continue;
      const { row, column } = topOfColumn(grid, 'official', pair, official, one.official.at);
      if (isRenamed(one) && official.headerRow && local.headerRow)
        notes.set(placeKey(row, column), `renames a column of the table ${local.name}`);
      if (one.official.formula === null && one.local.formula === null) continue;
      const { range } = official;
      const last = commonPlace(grid.pairs[pair]!, 'official', range.lastRow, range.firstColumn + one.official.at).row;
      const note = sameColumnFormula(grid, official, local, one)
        ? ''
        : `the calculated column ${one.local.name} of the table ${local.name}`;
      filled.push({ column, firstRow: row + (official.headerRow ? 1 : 0), lastRow: last, note });
    }
  }
  return { notes, filled };
}
