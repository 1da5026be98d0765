import type { CommonGrid } from '../align/CommonGrid';
import type { SheetSnapshot } from '../workbook/Snapshot';
import { plainSide, type DifferenceDraft } from './DifferenceSink';

/** What differs of a sheet as a whole: that only one workbook has it, that it was renamed, or hidden. */
export function sheetDifferences(grid: CommonGrid, index: number): DifferenceDraft[] {
  const { official: o, local: l, copyOf } = grid.pairs[index]!;
  const official = o === null ? null : grid.official.sheets[o]!;
  const local = l === null ? null : grid.local.sheets[l]!;
  const sides = { official: official && plainSide(official.name, ''), local: local && plainSide(local.name, '') };
  if (official === null || local === null) {
    const own = (official ?? local)!;
    const source = copyOf === undefined ? '' : `copy of ${(official === null ? grid.local : grid.official).sheets[copyOf]!.name}`;
    const note = [source, own.visibility === 'visible' ? '' : SEEN[own.visibility]].filter((part) => part !== '').join(', ');
    return [{ kind: 'sheet', cells: own.cells.count, ...sides, note }];
  }
  const drafts: DifferenceDraft[] = [];
  if (official.name.toLowerCase() !== local.name.toLowerCase()) drafts.push({ kind: 'sheet', cells: 1, ...sides, note: 'renamed' });
  if (official.visibility !== local.visibility) drafts.push({ kind: 'hidden', cells: 1, ...sides, note: seenIn(official, local) });
  return drafts;
}

/** Excel's Unhide does not list what is very hidden. */
const SEEN = { visible: 'shown', hidden: 'hidden', veryHidden: 'very hidden' } as const;

function seenIn({ visibility: official }: SheetSnapshot, { visibility: local }: SheetSnapshot): string {
  if (official === 'visible') return `${SEEN[local]} in yours only`;
  return local === 'visible' ? `${SEEN[official]} in official only` : `${SEEN[official]} in official, ${SEEN[local]} in yours`;
}
