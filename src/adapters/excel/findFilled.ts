import { BLANK, sameContent } from '../../core/sync/cellContent';
import { cellCount, stringifyAddress } from '../../core/workbook/Address';
import { AREA, areaOf } from './areaOf';
import { CELLS_AN_ANSWER, readBlocks } from './readRanges';
import type { Requests } from './Requests';
import { splitRange } from './splitRange';

/** `filled`: the first cell that holds something, null when all are blank; `cells`: how many Excel counts as used. */
export interface Found {
  readonly filled: string | null;
  readonly cells: number;
}

/** What is found in some lines, or in a whole sheet, that are thought to be blank. Throws an OfficeProblem. */
export async function findFilled(requests: Requests, sheet: string, lines: string | null): Promise<Found> {
  const used = await requests.send(({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    const range = lines === null ? worksheet.getUsedRangeOrNullObject(true) : worksheet.getRange(lines).getUsedRangeOrNullObject(true);
    return range.load(AREA);
  });
  const area = areaOf(used);
  const cells = area ? cellCount(area) : 0;
  // The used range of lines may be as wide as that of the sheet.
  for (const range of area ? splitRange(area, CELLS_AN_ANSWER) : []) {
    for (const block of await readBlocks(requests, [{ sheet, range }])) {
      for (const [i, row] of block.contents.entries()) {
        const j = row.findIndex((content) => !sameContent(content, BLANK));
        if (j >= 0) return { filled: stringifyAddress({ row: block.range.firstRow + i, column: block.range.firstColumn + j }), cells };
      }
    }
  }
  return { filled: null, cells };
}
