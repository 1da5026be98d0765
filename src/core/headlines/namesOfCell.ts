import { cellOfName } from '../compare/compareNames';
import type { Snapshot } from '../workbook/Snapshot';
import { isSameCell, type HeadlineCell } from './HeadlineCell';

/** The defined names that stand for a cell and nothing else. */
export function namesOfCell(snapshot: Snapshot, cell: HeadlineCell | null): readonly string[] {
  return snapshot.names.flatMap(({ name, scope, formula }) =>
    scope === null && isSameCell(cell, cellOfName(snapshot, formula)) ? [name] : [],
  );
}
