import type { CellUpdate, SheetRange } from '../../core/update/CellUpdate';
import { decodeValue } from './cellProtocol';
import { rangeOf } from './rangeOf';
import { CELLS_AN_ANSWER, inAnswers, readBlocks, toReading } from './readRanges';
import type { Requests } from './Requests';
import { splitRange } from './splitRange';

/** What cells hold now: all of it where someone wrote, values alone where formulas were calculated. Throws an OfficeProblem. */
export async function readCells(
  requests: Requests,
  edited: readonly SheetRange[],
  recalculated: readonly SheetRange[],
): Promise<CellUpdate> {
  const update = { edited: [] as CellUpdate['edited'][number][], recalculated: [] as CellUpdate['recalculated'][number][] };
  for (const batch of inAnswers(inParts(edited))) {
    for (const block of await readBlocks(requests, batch)) update.edited.push({ sheet: block.sheet, ...toReading(block) });
  }
  for (const batch of inAnswers(inParts(recalculated))) update.recalculated.push(...(await readValues(requests, batch)));
  return update;
}

function inParts(ranges: readonly SheetRange[]): SheetRange[] {
  return ranges.flatMap(({ sheet, range }) => splitRange(range, CELLS_AN_ANSWER).map((part) => ({ sheet, range: part })));
}

async function readValues(requests: Requests, blocks: readonly SheetRange[]): Promise<CellUpdate['recalculated'][number][]> {
  const ranges = await requests.send((context) =>
    blocks.map(({ sheet, range }) => rangeOf(context, sheet, range).load('values,valueTypes')),
  );
  return blocks.map(({ sheet, range }, index) => {
    const { values, valueTypes } = ranges[index]!;
    // Only formulas take these in, and theirs stays a text when it is empty.
    return { sheet, range, values: values.map((row, i) => row.map((value: unknown, j) => decodeValue(value, valueTypes[i]?.[j], true))) };
  });
}
