import type { Aligned } from '../align/align';
import { CommonGrid } from '../align/CommonGrid';
import type { SheetPair } from '../align/Correspondence';
import type { SheetNamePair } from '../align/pairSheets';
import type { Snapshot } from '../workbook/Snapshot';
import { Onlookers } from './Onlookers';
import { READING, readingOfLooks, Readings } from './Reading';

/**
 * The doubtful sheet pairs that leave less to read as a sheet gone and a sheet come than as one renamed and edited.
 * Formulas elsewhere, names and tables that look at one in the one workbook and at the other in the other speak for one; numbers
 * typed over numbers speak for neither, as when a sheet was carried on to the next year.
 */
export function sheetsApart(
  official: Snapshot,
  local: Snapshot,
  sheets: readonly SheetPair[],
  { doubtful, contentOf }: Aligned,
): SheetNamePair[] {
  if (doubtful.length === 0) return [];
  const grid = new CommonGrid(official, local, sheets);
  const onlookers = new Onlookers(grid);
  return doubtful.flatMap((index) => {
    const pair = sheets[index]!;
    const [ours, theirs] = [official.sheets[pair.official!]!, local.sheets[pair.local!]!];
    const looks = onlookers.of(index);
    const readings = new Readings(grid, index, contentOf('official', pair.official!), contentOf('local', pair.local!));
    readings.lookFrom(looks);
    const asOne = READING + readings.of(grid, false).score;
    const asTwo = 2 * READING + ours.cells.count + theirs.cells.count + readingOfLooks(looks);
    return asTwo < asOne ? [{ official: ours.name, local: theirs.name }] : [];
  });
}
