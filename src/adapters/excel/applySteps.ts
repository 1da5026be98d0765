import type { RunRecord } from '../../app/ports/RunRecord';
import type { ApplyOutcome, SkippedCell } from '../../app/ports/WorkbookHost';
import { fail, succeed, type Failure, type Result } from '../../core/Result';
import { writesOfLeft } from '../../core/sync/LeftCell';
import { shiftedAddress } from '../../core/sync/shiftedAddress';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Watch } from '../../core/Watch';
import { stringifyAddress, stringifyRange } from '../../core/workbook/Address';
import { batchWrites } from './batchWrites';
import { toProblem } from './OfficeProblem';
import type { Requests } from './Requests';
import { Cancelled, runBatches, type Progress, type Unit } from './runBatches';
import type { RunJournal } from './RunJournal';
import { takeBack } from './takeBack';
import { hiddenAddress } from './setHidden';
import { sheetOf, whyNot, type Purpose, type Refusal } from './whyNot';

const UNTOUCHED = 'Your workbook is as it was.';

/** What a run needs besides its steps. */
export interface Run {
  readonly journal: RunJournal;
  readonly watch: Watch;
  readonly purpose: Purpose;
  /** When it begins. */
  readonly at: string;
  /** What is to be remembered of it. */
  readonly record: RunRecord | null;
}

/**
 * Runs the steps in batches, each put down in the workbook's journal before. When one fails, or the user cancels, everything is taken back
 * and the failure says so; what cannot be taken back is listed in the outcome, whose `stopped` says what happened, and the journal stays.
 * Steps on a sheet that is no longer there are refused together with all others in a sync, and skipped and listed in an undo.
 */
export async function applySteps(requests: Requests, steps: readonly SyncStep[], run: Run): Promise<Result<ApplyOutcome>> {
  const { journal, purpose } = run;
  const progress: Progress = { cells: 0, skipped: [], left: [], done: [], pending: null };
  const refusal = await mayBegin(requests, steps, run);
  if (refusal.failure) return { ok: false, failure: refusal.failure };
  const present = steps.filter((step) => !(sheetOf(step) !== null && refusal.gone.has(sheetOf(step)!)));
  for (const sheet of refusal.gone) progress.skipped.push({ sheet, address: '', reason: 'The sheet is no longer there.' });
  try {
    if (present.length > 0) {
      const batches = batchWrites(present).length;
      await journal.begin({ at: run.at, action: purpose, cells: cellsOf(present) }, { steps: present, batches, record: run.record });
    }
    await runBatches(requests, present, { ...run, progress });
    await recalculate(requests);
  } catch (error) {
    if (error instanceof Cancelled) return rollBack(requests, run, progress, { code: 'cancelled', message: 'Cancelled.' });
    return rollBack(requests, run, progress, toProblem(error).failure);
  }
  // What was done is done; a journal that stays is shown at the next start as what it is, a run that may be taken back.
  if (present.length > 0) await journal.end().catch(toProblem);
  return succeed(outcomeOf(progress));
}

/** What became of a run that came to its end. */
export function outcomeOf({ cells, skipped, left, done }: Progress): ApplyOutcome {
  const writes = writesOfLeft(left);
  return { cells, skipped, inverse: done.flatMap(({ inverse }) => inverse), ...(writes.length > 0 ? { left: writes } : {}) };
}

async function mayBegin(requests: Requests, steps: readonly SyncStep[], { journal, purpose }: Run): Promise<Refusal> {
  try {
    const { heads, entries } = await journal.look();
    if (heads.length === 0 || entries.size === 0) return await whyNot(requests, steps, purpose);
    return { failure: { code: 'interrupted', message: INTERRUPTED }, gone: new Set() };
  } catch (error) {
    const { code, message } = toProblem(error).failure;
    return { failure: { code, message: `${message} ${UNTOUCHED}` }, gone: new Set() };
  }
}

const INTERRUPTED =
  'An earlier sync of this workbook was interrupted and is still to be taken back or left. Nothing was changed. Open the pane anew to decide.';

function cellsOf(steps: readonly SyncStep[]): number {
  const writes = steps.flatMap((step) => (step.kind === 'write' ? step.after : []));
  return writes.reduce((sum, row) => sum + row.filter((content) => content !== null).length, 0);
}

/** Has a workbook that calculates by hand only calculate, as it would show stale values beside the new ones. Throws an OfficeProblem. */
export async function recalculate(requests: Requests): Promise<void> {
  const application = await requests.send(({ workbook }) => workbook.application.load('calculationMode'));
  if (application.calculationMode === 'Manual') await requests.send((context) => context.workbook.application.calculate('Recalculate'));
}

async function rollBack(requests: Requests, { journal }: Run, done: Progress, failure: Failure): Promise<Result<ApplyOutcome>> {
  let left: readonly Unit[] = [...(done.pending ? [done.pending] : []), ...done.done];
  try {
    // What is taken back in part cannot be finished any more.
    await journal.forgetPlan();
    const { skipped } = await takeBack(requests, journal, left, { left: (units) => void (left = units), progress: () => undefined });
    await journal.end().catch(toProblem);
    if (skipped.length === 0) return fail(failure.code, `${failure.message} ${UNTOUCHED}`);
    return succeed({ cells: 0, skipped, inverse: [], stopped: failure });
  } catch (error) {
    const problem = toProblem(error);
    const inverse = left.flatMap((unit) => unit.inverse);
    const skipped = inverse.map((step) => ({ ...placeOf(step), reason: `This may not have been taken back: ${problem.failure.message}` }));
    return succeed({ cells: 0, skipped, inverse, stopped: failure });
  }
}

function placeOf(step: SyncStep): Pick<SkippedCell, 'sheet' | 'address'> {
  switch (step.kind) {
    case 'write':
    case 'setRule':
      return { sheet: step.sheet, address: stringifyRange(step.range) };
    case 'setHidden':
      return { sheet: step.sheet, address: hiddenAddress(step) };
    case 'setNote':
      return { sheet: step.sheet, address: stringifyAddress(step.cell) };
    case 'setName':
      return { sheet: step.scope ?? '', address: step.name };
    case 'renameTable':
      return { sheet: step.sheet, address: step.before };
    case 'resizeTable':
      return { sheet: step.sheet, address: stringifyRange(step.before) };
    case 'insert':
    case 'delete':
      return { sheet: step.sheet, address: step.across ? shiftedAddress(step) : `${step.axis} ${step.at}` };
    case 'move':
      return { sheet: step.sheet, address: shiftedAddress({ ...step, kind: 'insert' }) };
    default:
      return { sheet: step.sheet, address: '' };
  }
}
