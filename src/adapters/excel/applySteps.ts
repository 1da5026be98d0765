import type { ApplyOutcome, SkippedCell } from '../../app/ports/WorkbookHost';
import { shiftedAddress } from '../../core/sync/shiftedAddress';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { fail, succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import { stringifyRange } from '../../core/workbook/Address';
import { batchWrites, type Batch } from './batchWrites';
import type { TookEffect } from './Changed';
import { changeStructure } from './changeStructure';
import { OfficeProblem, toProblem } from './OfficeProblem';
import type { Requests } from './Requests';
import { spellFormulas } from './spellFormulas';
import { writeCells } from './writeCells';

/** Whether steps of a plan are run, or those that take them back. */
type Purpose = 'sync' | 'undo';

/** What has been done so far, and what may have been done by the request under way. */
interface Progress {
  cells: number;
  readonly skipped: SkippedCell[];
  /** The steps that take back what was done, the last one first. */
  inverse: SyncStep[];
  /** What the request under way may have done. */
  pending: { readonly inverse: readonly SyncStep[]; readonly tookEffect: TookEffect | null } | null;
}

const UNTOUCHED = 'Your workbook is as it was.';
const NEVER: Watch = { progress: () => undefined, signal: { aborted: false } };

/**
 * Runs the steps in batches. When one fails, or the user cancels, everything is taken back and the failure says so; what
 * cannot be taken back is listed in the outcome, whose `stopped` says what happened. Steps on a sheet that is no longer
 * there are refused together with all others in a sync, and skipped and listed in an undo.
 */
export async function applySteps(
  requests: Requests,
  steps: readonly SyncStep[],
  watch: Watch,
  purpose: Purpose = 'sync',
): Promise<Result<ApplyOutcome>> {
  const progress: Progress = { cells: 0, skipped: [], inverse: [], pending: null };
  try {
    const refusal = await whyNot(requests, steps, purpose);
    if (refusal.failure) return { ok: false, failure: refusal.failure };
    const present = steps.filter((step) => !(sheetOf(step) !== null && refusal.gone.has(sheetOf(step)!)));
    for (const sheet of refusal.gone) progress.skipped.push({ sheet, address: '', reason: 'The sheet is no longer there.' });
    await runBatches(requests, batchWrites(present), progress, watch, purpose);
    await recalculate(requests);
  } catch (error) {
    if (error instanceof Cancelled) return rollBack(requests, progress, { code: 'cancelled', message: 'Cancelled.' });
    return rollBack(requests, progress, toProblem(error).failure);
  }
  return succeed({ cells: progress.cells, skipped: progress.skipped, inverse: progress.inverse });
}

class Cancelled extends Error {}

async function runBatches(
  requests: Requests,
  batches: readonly Batch[],
  progress: Progress,
  watch: Watch,
  purpose: Purpose,
): Promise<void> {
  for (const [index, batch] of batches.entries()) {
    if (watch.signal.aborted) throw new Cancelled();
    watch.progress('Writing to your workbook', index / batches.length);
    if (batch.kind === 'writes') {
      // What is taken back is written as Excel itself said it.
      const steps = purpose === 'undo' ? batch.steps : await spellFormulas(requests, batch.steps);
      const started = (inverse: readonly SyncStep[]) => void (progress.pending = { inverse, tookEffect: null });
      const written = await writeCells(requests, steps, started, purpose === 'undo');
      progress.cells += written.cells;
      progress.skipped.push(...written.skipped);
      progress.inverse.unshift(...written.inverse);
    } else {
      const changed = await changeStructure(
        requests,
        batch.step,
        (inverse, tookEffect) => (progress.pending = { inverse: [inverse], tookEffect }),
      );
      if (changed.skipped) progress.skipped.push(changed.skipped);
      else progress.inverse.unshift(changed.inverse);
    }
    progress.pending = null;
  }
  watch.progress('Writing to your workbook', 1);
}

interface Refusal {
  readonly failure: Failure | null;
  readonly gone: ReadonlySet<string>;
}

/** Why nothing may be changed: a sheet that is gone or protected. Checked right before, for it may have come about since the plan. */
async function whyNot(requests: Requests, steps: readonly SyncStep[], purpose: Purpose): Promise<Refusal> {
  const added = new Set(steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet] : [])));
  const touched = [...new Set(steps.flatMap((step) => sheetOf(step) ?? []))].filter((sheet) => !added.has(sheet));
  const found = await requests.send(({ workbook }) => ({
    workbook: workbook.protection.load('protected'),
    sheets: touched.map((sheet) => workbook.worksheets.getItemOrNullObject(sheet).load('name,protection/protected')),
  }));
  const gone = touched.filter((_, index) => found.sheets[index]!.isNullObject);
  const locked = touched.filter((_, index) => !found.sheets[index]!.isNullObject && found.sheets[index]!.protection.protected);
  const sheets = steps.some(({ kind }) => kind === 'addSheet' || kind === 'deleteSheet');
  const refuse = (code: string, message: string): Refusal => ({ failure: { code, message }, gone: new Set() });
  if (gone.length > 0 && purpose === 'sync') {
    return refuse('not-found', `The sheet ${gone.join(', ')} is no longer there. Nothing was changed. Compare again.`);
  }
  if (locked.length > 0) {
    return refuse('protected', `The sheet ${locked.join(', ')} is protected. Nothing was changed. Unprotect it under Review, then retry.`);
  }
  if (found.workbook.protected && sheets) {
    return refuse('protected', 'The structure of this workbook is protected. Nothing was changed. Unprotect it under Review, then retry.');
  }
  return { failure: null, gone: new Set(gone) };
}

function sheetOf(step: SyncStep): string | null {
  return 'sheet' in step ? step.sheet : step.scope;
}

/** A workbook that calculates by hand only would show stale values beside the new ones. */
async function recalculate(requests: Requests): Promise<void> {
  const application = await requests.send(({ workbook }) => workbook.application.load('calculationMode'));
  if (application.calculationMode === 'Manual') await requests.send((context) => context.workbook.application.calculate('Recalculate'));
}

async function rollBack(requests: Requests, done: Progress, failure: Failure): Promise<Result<ApplyOutcome>> {
  const back: Progress = { cells: 0, skipped: [], inverse: [], pending: null };
  const steps = [...(await pendingSteps(done)), ...done.inverse];
  try {
    await runBatches(requests, batchWrites(steps), back, NEVER, 'undo');
    if (back.skipped.length === 0) return fail(failure.code, `${failure.message} ${UNTOUCHED}`);
  } catch (error) {
    const problem: OfficeProblem = toProblem(error);
    const left = steps.map((step) => ({ ...placeOf(step), reason: `This may not have been taken back: ${problem.failure.message}` }));
    return succeed({ cells: 0, skipped: left, inverse: steps, stopped: failure });
  }
  return succeed({ cells: 0, skipped: back.skipped, inverse: steps, stopped: failure });
}

/** The steps that take back what the request under way has done, as far as that can be found out. */
async function pendingSteps({ pending }: Progress): Promise<readonly SyncStep[]> {
  if (!pending?.tookEffect) return pending?.inverse ?? [];
  // When Excel does not even tell, the step is listed as one that may not have been taken back.
  const effect = await pending.tookEffect().catch(() => null);
  return effect === false ? [] : pending.inverse;
}

function placeOf(step: SyncStep): { readonly sheet: string; readonly address: string } {
  switch (step.kind) {
    case 'write':
    case 'setRule':
      return { sheet: step.sheet, address: stringifyRange(step.range) };
    case 'setName':
      return { sheet: step.scope ?? '', address: step.name };
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
