import { quoteSheetName } from '../core/workbook/Address';
import type { Explanation } from './Explanation';

/** More cells to blame than people look at one by one. */
const MOST = 10;

/** What is to be known of gaps that are not explained in full, in sentences: those that cannot be split, and the cells to blame. */
export function gapDoubts({ bridges, unbridged, doubts }: Explanation): string[] {
  const rest = bridges.flatMap(({ headline, unexplained }) => (unexplained === 0 ? [] : [headline]));
  const split = unbridged.map(
    (name) => `The gap of ${name} cannot be split: with only some of the changes made, the headline is no number.`,
  );
  if (rest.length === 0 && unbridged.length === 0) return [];
  if (doubts.length === 0) {
    return rest.length === 0
      ? split
      : [
          ...split,
          `Part of the gap of ${rest.join(', ')} is not explained: Tieout calculates another number there than the two workbooks store. Calculate both in Excel, save, and compare again.`,
        ];
  }
  const cells = doubts.slice(0, MOST).map(({ sheet, address, reason }) => `${quoteSheetName(sheet)}!${address}: ${reason}`);
  const more = doubts.length > MOST ? [`So it is with ${doubts.length - MOST} more cells.`] : [];
  return [...split, ...cells, ...more];
}
