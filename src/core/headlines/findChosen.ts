import type { CommonGrid } from '../align/CommonGrid';
import { cellOfName } from '../compare/compareNames';
import type { CellLabels } from './CellLabels';
import { isSameCell, partnerOf, type HeadlineCell, type HeadlinePlace } from './HeadlineCell';
import type { ChosenHeadline } from './HeadlineChoice';

/** The labels of both workbooks. */
export interface BothLabels {
  readonly official: CellLabels;
  readonly local: CellLabels;
}

type Side = 'official' | 'local';

/**
 * Where a chosen headline stands now; null when that cannot be told. Its label has to be right: at the address that official had it at,
 * whose cell in local the common grid knows; at local's address; or at the one cell of its sheet that has the label. A cell without a label
 * is only known where both addresses still lie on each other.
 */
export function findChosen(grid: CommonGrid, chosen: ChosenHeadline, labels: BothLabels): Omit<HeadlinePlace, 'name'> | null {
  const official = at(grid, 'official', chosen.official);
  const local = at(grid, 'local', chosen.local);
  if (chosen.label === '') {
    const same = official !== null && isSameCell(local, partnerOf(grid, 'official', official));
    return same && labels.official.of(official) === '' && labels.local.of(local!) === '' ? { official, local } : null;
  }
  const isRight = (side: Side, cell: HeadlineCell | null): cell is HeadlineCell =>
    cell !== null && cell.position >= 0 && labels[side].of(cell) === chosen.label;
  if (isRight('official', official))
    return { official, local: partnerOf(grid, 'official', official) ?? (isRight('local', local) ? local : null) };
  if (isRight('local', local)) return { official: partnerOf(grid, 'local', local), local };
  for (const [side, from] of [['local', local] as const, ['official', official] as const]) {
    const found = from && labels[side].find(chosen.label, from);
    if (found !== null) {
      const partner = partnerOf(grid, side, found);
      return side === 'local' ? { official: partner, local: found } : { official: found, local: partner };
    }
  }
  return null;
}

function at(grid: CommonGrid, side: Side, address: string | null): HeadlineCell | null {
  return address === null ? null : cellOfName(grid[side], address);
}
