import type { InterruptedRun } from '../../app/ports/InterruptedRuns';
import type { Packer } from '../../app/ports/Packer';
import type { ApplyOutcome } from '../../app/ports/WorkbookHost';
import { fail, succeed, type Result } from '../../core/Result';
import type { WriteStep } from '../../core/sync/SyncPlan';
import { sameContent } from '../../core/sync/cellContent';
import type { Watch } from '../../core/Watch';
import { covers } from '../../core/workbook/Address';
import { isStructural, whetherToFinish } from './finishRun';
import { readEntries, readHead, type NumberedEntry } from './readJournal';
import { readBlocks } from './readRanges';
import type { Requests } from './Requests';
import type { Unit } from './runBatches';
import type { RunJournal } from './RunJournal';
import { takeBack } from './takeBack';

/** What a run that did not come to its end left in the workbook's journal; null when there is none. Throws an OfficeProblem. */
export async function findInterrupted(requests: Requests, journal: RunJournal, packer: Packer): Promise<Result<InterruptedRun | null>> {
  const { heads, entries } = await journal.look();
  // What began and never came to write is of no interest to anyone, nor what only was not cleared away.
  if (heads.length === 0 || entries.size === 0) return succeed(null);
  const head = await readHead(requests, journal);
  if (!head.ok) return head;
  const read = await readEntries(requests, journal, packer);
  if (!read.ok) return read;
  const finish = await whetherToFinish(requests, journal, packer, read.value);
  const written = await countWritten(requests, read.value.map(unitOf), head.value.cells);
  return succeed({ ...head.value, written, finish });
}

/** Takes back what an interrupted run did, as far as it came. On failure the journal stays, so that it can be gone on with. Throws an OfficeProblem. */
export async function recoverRun(requests: Requests, journal: RunJournal, packer: Packer, watch: Watch): Promise<Result<ApplyOutcome>> {
  const { heads, entries } = await journal.look();
  if (heads.length === 0 || entries.size === 0) return fail('no-journal', 'There is nothing left to take back. Compare again.');
  const read = await readEntries(requests, journal, packer);
  if (!read.ok) return read;
  // What is taken back in part cannot be finished any more.
  await journal.forgetPlan();
  const progress = (done: number): void => watch.progress('Taking back', done);
  const { cells, skipped } = await takeBack(requests, journal, read.value.map(unitOf), { left: () => undefined, progress });
  await journal.end();
  return succeed({ cells, skipped, inverse: [] });
}

/** What takes back what an entry is of. */
function unitOf({ steps, entry }: NumberedEntry): Unit {
  return { inverse: steps, entry: isStructural(steps) ? entry : null };
}

/** How many cells had been written: all of the earlier entries, and of the last one those that hold what they were to hold. */
async function countWritten(requests: Requests, units: readonly Unit[], most: number): Promise<number> {
  const [last, ...earlier] = units.map(({ inverse }) => inverse.filter((step): step is WriteStep => step.kind === 'write'));
  let cells = 0;
  for (const step of earlier.flat()) for (const row of step.after) cells += row.filter((content) => content !== null).length;
  const blocks = last ?? [];
  for (const read of await readBlocks(requests, blocks).catch(() => [])) {
    const step = blocks.find((each) => each.sheet === read.sheet && covers(each.range, read.range))!;
    const [top, left] = [read.range.firstRow - step.range.firstRow, read.range.firstColumn - step.range.firstColumn];
    read.contents.forEach((row, i) =>
      row.forEach((now, j) => {
        const written = step.before[top + i]?.[left + j];
        if (step.after[top + i]?.[left + j] && written && sameContent(now, written)) cells++;
      }),
    );
  }
  return Math.min(cells, most);
}
