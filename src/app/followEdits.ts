import { cellCount } from '../core/workbook/Address';
import { succeed, type Result } from '../core/Result';
import type { SheetRange } from '../core/update/CellUpdate';
import { joinBlocks } from '../core/update/joinBlocks';
import type { ComparedModels, ComparisonEngine } from './ports/ComparisonEngine';
import type { WorkbookHost } from './ports/WorkbookHost';

/** More cells are not read after an edit: reading all anew, when the user asks for it, is then no worse. */
const MOST_CELLS = 200_000;
/** More blocks of one sheet are read as the one range around them. */
const MOST_BLOCKS = 40;

/**
 * Brings the comparison up to date after edits, reading nothing but the edited cells and what they may have calculated anew.
 * Null when that does not do; the comparison is then as it was.
 */
export async function followEdits(
  host: Pick<WorkbookHost, 'readCells'>,
  engine: Pick<ComparisonEngine, 'findDependents' | 'update'>,
  edited: readonly SheetRange[],
): Promise<Result<ComparedModels | null>> {
  const blocks = joinBlocks(edited, MOST_BLOCKS);
  if (cellsIn(blocks) > MOST_CELLS) return succeed(null);
  const found = await engine.findDependents(blocks);
  if (!found.ok || found.value === null) return found.ok ? succeed(null) : found;
  const recalculated = joinBlocks(found.value, MOST_BLOCKS);
  if (cellsIn(recalculated) > MOST_CELLS) return succeed(null);
  const cells = await host.readCells(blocks, recalculated);
  return cells.ok ? engine.update(cells.value) : cells;
}

function cellsIn(blocks: readonly SheetRange[]): number {
  return blocks.reduce((sum, { range }) => sum + cellCount(range), 0);
}
