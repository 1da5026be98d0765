import { fromEntryText, fromHeadText } from '../../app/journal/journalTexts';
import type { InterruptedRun } from '../../app/ports/InterruptedRuns';
import type { Packer } from '../../app/ports/Packer';
import type { ApplyOutcome } from '../../app/ports/WorkbookHost';
import { fromMemoryXml } from '../../core/ledger/memoryXml';
import { fail, succeed, type Result } from '../../core/Result';
import type { WriteStep } from '../../core/sync/SyncPlan';
import { sameContent } from '../../core/sync/cellContent';
import type { Watch } from '../../core/Watch';
import { covers } from '../../core/workbook/Address';
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
  const head = fromHeadText(await textOf(requests, heads[0]!));
  if (!head.ok) return head;
  const units = await readUnits(requests, journal, packer);
  return units.ok ? succeed({ ...head.value, written: await countWritten(requests, units.value, head.value.cells) }) : units;
}

/** Takes back what an interrupted run did, as far as it came. On failure the journal stays, so that it can be gone on with. Throws an OfficeProblem. */
export async function recoverRun(requests: Requests, journal: RunJournal, packer: Packer, watch: Watch): Promise<Result<ApplyOutcome>> {
  const { heads, entries } = await journal.look();
  if (heads.length === 0 || entries.size === 0) return fail('no-journal', 'There is nothing left to take back. Compare again.');
  const units = await readUnits(requests, journal, packer);
  if (!units.ok) return units;
  const progress = (done: number): void => watch.progress('Taking back', done);
  const { cells, skipped } = await takeBack(requests, journal, units.value, { left: () => undefined, progress });
  await journal.end();
  return succeed({ cells, skipped, inverse: [] });
}

/** What the journal holds, the last entry first. */
async function readUnits(requests: Requests, journal: RunJournal, packer: Packer): Promise<Result<readonly Unit[]>> {
  const units: Unit[] = [];
  for (const [entry, ids] of [...journal.state.entries].sort(([a], [b]) => b - a)) {
    const steps = fromEntryText(packer, await textOf(requests, ids[0]!));
    if (!steps.ok) return steps;
    const isStructure = steps.value.some(({ kind }) => kind !== 'write');
    units.push({ inverse: steps.value, entry: isStructure ? entry : null });
  }
  return succeed(units);
}

async function textOf(requests: Requests, part: string): Promise<string> {
  const xml = await requests.send(({ workbook }) => workbook.customXmlParts.getItem(part).getXml());
  return fromMemoryXml(xml.value);
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
