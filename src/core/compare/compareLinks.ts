import { pairLinks } from '../align/pairLinks';
import { linkFile, sameLinkTarget } from '../workbook/linkTarget';
import type { Snapshot } from '../workbook/Snapshot';
import { plainSide, type DifferenceDraft } from './DifferenceSink';

/** One difference for every workbook that only one side links to, or that a link was turned away from, however many formulas use it. */
export function compareLinks(official: Snapshot, local: Snapshot): DifferenceDraft[] {
  return pairLinks(official.externalLinks, local.externalLinks).pairs.flatMap(({ official: ours, local: theirs }): DifferenceDraft[] => {
    if (ours !== null && theirs !== null && sameLinkTarget(ours.target, theirs.target)) return [];
    const moved = ours !== null && theirs !== null && linkFile(ours.target) === linkFile(theirs.target);
    return [
      {
        kind: 'external',
        cells: 1,
        official: ours && plainSide('', ours.target),
        local: theirs && plainSide('', theirs.target),
        note: moved ? 'the same file name in another folder' : '',
      },
    ];
  });
}
