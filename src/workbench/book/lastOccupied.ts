import type { HostNote } from './HostNotes';
import { isBare } from './HostCell';
import type { HostSheet } from './HostSheet';
import { movingCells, type LineShift } from './LineShift';

/** The last row or column that holds a cell or a note which moves. */
export function lastOccupied(sheet: HostSheet, notes: readonly HostNote[], shift: LineShift): number {
  const { axis, across } = shift;
  const used = sheet.grid.usedRange();
  let last = used ? (axis === 'row' ? used.lastRow : used.lastColumn) : 0;
  if (across) {
    last = 0;
    sheet.grid.forEachIn(movingCells(shift), (row, column, cell) => {
      if (!isBare(cell)) last = Math.max(last, axis === 'row' ? row : column);
    });
  }
  for (const note of notes) {
    const other = axis === 'row' ? note.column : note.row;
    if (note.sheet !== sheet || (across && (other < across.first || other > across.last))) continue;
    last = Math.max(last, axis === 'row' ? note.row : note.column);
  }
  return last;
}
