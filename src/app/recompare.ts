import type { AlignmentMemory } from '../core/align/AlignmentMemory';
import type { Result } from '../core/Result';
import type { CellUpdate } from '../core/update/CellUpdate';
import { findObstacleIn } from '../core/update/findObstacle';
import { updateSnapshot } from '../core/update/updateSnapshot';
import { compareSnapshots, type ComparedWorkbooks, type ComparisonOptions } from './compareWorkbooks';

/** The options of a comparison that is brought up to date again and again. */
export interface RecompareOptions extends ComparisonOptions {
  /** The one that the comparison before was made with, the first one empty. */
  readonly memory: AlignmentMemory;
}

/**
 * The comparison after an edit of local, equal to comparing anew; only sheets whose content changed are aligned again. Null
 * when the edit reaches further than the cells that were read: then the whole workbook must be read.
 */
export function recompare(
  { official, local }: ComparedWorkbooks,
  update: CellUpdate,
  options: RecompareOptions,
): Result<ComparedWorkbooks> | null {
  if (findObstacleIn(local, update) !== null) return null;
  return compareSnapshots(official, updateSnapshot(local, update), options);
}
