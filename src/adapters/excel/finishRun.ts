import type { FinishedRun, InterruptedRun } from '../../app/ports/InterruptedRuns';
import type { Packer } from '../../app/ports/Packer';
import type { RunPlan } from '../../app/journal/planTexts';
import { fail, succeed, type Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Watch } from '../../core/Watch';
import { outcomeOf, recalculate } from './applySteps';
import type { Structural } from './Around';
import { batchWrites, type Batch } from './batchWrites';
import { completeStep } from './completeStep';
import { firstHeld, inverseOfHeld } from './firstHeld';
import { finishWrites } from './finishWrites';
import { readEntries, readHead, readPlan, type NumberedEntry } from './readJournal';
import type { Requests } from './Requests';
import { Cancelled, runBatches, type Progress } from './runBatches';
import type { RunJournal } from './RunJournal';
import { stands } from './stands';
import { whyNot } from './whyNot';

const UNPLANNED = 'This workbook does not keep what was still to be done, so that it can only be undone. Nothing was changed.';
const UNDECIDED =
  'It cannot be told any more whether lines were moved before it broke off, so that going on might write to the wrong place. Nothing was changed. Undo it instead.';
const STAYS = 'It can be finished later, or undone: nothing of what was there before is lost.';

/** An entry that says which part of the run it is of. */
type Placed = Required<NumberedEntry>;

/** Whether a step changes more than cells. */
export function isStructural(steps: readonly SyncStep[]): boolean {
  return steps.some(({ kind }) => kind !== 'write');
}

/** Whether the run of the journal that was looked at last, of these entries, the last one first, can be gone on with. Throws an OfficeProblem. */
export async function whetherToFinish(
  requests: Requests,
  journal: RunJournal,
  packer: Packer,
  entries: readonly NumberedEntry[],
): Promise<InterruptedRun['finish']> {
  const plan = await readPlan(requests, journal, packer);
  if (!plan.ok || plan.value === null || placed(entries, plan.value) === null) return 'unplanned';
  const { steps, entry } = entries[0]!;
  if (!isStructural(steps)) return 'possible';
  return (await stands(requests, journal, steps[0] as Structural, entry)) === null ? 'undecided' : 'possible';
}

/**
 * Does what an interrupted run has still to do, just as planned, so that it comes to what it would have come to. All parts before that of the
 * last entry were done; of that one it is looked what stands. On failure the journal stays. Throws an OfficeProblem.
 */
export async function finishRun(requests: Requests, journal: RunJournal, packer: Packer, watch: Watch): Promise<Result<FinishedRun>> {
  const { heads, entries: found } = await journal.look();
  if (heads.length === 0 || found.size === 0) return fail('no-journal', 'There is nothing left to finish. Compare again.');
  const [head, entries, plan] = [
    await readHead(requests, journal),
    await readEntries(requests, journal, packer),
    await readPlan(requests, journal, packer),
  ];
  for (const read of [head, entries, plan]) if (!read.ok) return read;
  if (!head.ok || !entries.ok || !plan.ok) throw new Error('Each was looked at.');
  const rest = plan.value && placed(entries.value, plan.value);
  if (plan.value === null || rest === null) return fail('no-plan', UNPLANNED);
  const { action: purpose } = head.value;
  const batches = batchWrites(plan.value.steps);
  const last = rest.at(-1)!;
  const refusal = await whyNot(requests, stepsOf(batches.slice(last.at.batch)), purpose);
  if (refusal.failure) return { ok: false, failure: refusal.failure };

  const progress = await progressBefore(rest, batches, last.at.batch);
  journal.goOn(progress.skipped.length - last.at.skipped.length);
  try {
    const from = await finishBatch(requests, journal, batches[last.at.batch]!, { entries: rest, progress, purpose, watch });
    if (from === null) return fail('undecided', UNDECIDED);
    await runBatches(requests, plan.value.steps, { journal, progress, watch, purpose, from });
    await recalculate(requests);
  } catch (error) {
    if (error instanceof Cancelled) return fail('cancelled', `Cancelled. ${STAYS}`);
    throw error;
  }
  await journal.end();
  return succeed({ outcome: outcomeOf(progress), record: plan.value.record });
}

/** The entries in the order in which they were put down; null where they do not say which part of the plan they are of. */
function placed(entries: readonly NumberedEntry[], { steps, batches }: RunPlan): readonly Placed[] | null {
  const now = batchWrites(steps);
  const all = entries.flatMap((entry): readonly Placed[] => (entry.at === undefined ? [] : [{ ...entry, at: entry.at }]));
  const fits = ({ at, steps: inverse }: Placed): boolean =>
    at.batch < batches && (now[at.batch]!.kind === 'structure') === isStructural(inverse);
  return now.length === batches && all.length === entries.length && all.every(fits) ? all.reverse() : null;
}

/** What the run had come to before this part of it. */
async function progressBefore(entries: readonly Placed[], batches: readonly Batch[], until: number): Promise<Progress> {
  const progress: Progress = { cells: 0, skipped: [], left: [], done: [], pending: null };
  for (const [index, batch] of batches.entries()) {
    if (index > until) break;
    const own = entries.filter(({ at }) => at.batch === index);
    const [first] = own;
    if (first === undefined) continue;
    progress.cells = first.at.cells;
    progress.skipped.push(...first.at.skipped);
    if (index === until) break;
    const { steps, entry } = own.at(-1)!;
    if (batch.kind === 'structure') progress.done.unshift({ inverse: steps, entry });
    else progress.done.unshift({ inverse: inverseOfHeld([...firstHeld(own).values()].filter(({ isTheirs }) => !isTheirs)), entry: null });
  }
  return progress;
}

interface Finishing {
  readonly entries: readonly Placed[];
  readonly progress: Progress;
  readonly purpose: 'sync' | 'undo';
  readonly watch: Watch;
}

/** Finishes the part in which the run broke off. Gives the number of the part to go on with; null where it cannot be told what stands. */
async function finishBatch(
  requests: Requests,
  journal: RunJournal,
  batch: Batch,
  { entries, progress, purpose }: Finishing,
): Promise<number | null> {
  const { at, steps, entry } = entries.at(-1)!;
  if (batch.kind === 'writes') {
    const own = entries.filter((each) => each.at.batch === at.batch);
    journal.enter(at.batch, progress.cells, progress.skipped);
    await finishWrites(requests, journal, batch.steps, { held: firstHeld(own), progress, purpose });
    return at.batch + 1;
  }
  const inverse = steps[0] as Structural;
  const now = await stands(requests, journal, inverse, entry);
  if (now === null) return null;
  if (!now) {
    await journal.drop(entry);
    return at.batch;
  }
  const left = await completeStep(requests, batch.step);
  if (left === null) progress.done.unshift({ inverse: steps, entry });
  else progress.skipped.push(left);
  return at.batch + 1;
}

function stepsOf(batches: readonly Batch[]): readonly SyncStep[] {
  return batches.flatMap((batch): readonly SyncStep[] => (batch.kind === 'writes' ? batch.steps : [batch.step]));
}
