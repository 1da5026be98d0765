import type { SkippedCell } from '../../app/ports/WorkbookHost';
import { countsOn } from '../../core/sync/countsOn';
import { carryLeft, type LeftCell } from '../../core/sync/LeftCell';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Watch } from '../../core/Watch';
import { batchWrites, type Batch } from './batchWrites';
import type { Structural } from './Around';
import { changeStructure } from './changeStructure';
import { isCarrying } from './journalMarker';
import { OfficeProblem } from './OfficeProblem';
import type { Requests } from './Requests';
import type { RunJournal } from './RunJournal';
import { spellFormulas } from './spellFormulas';
import { stands } from './stands';
import type { Purpose } from './whyNot';
import { writeCells } from './writeCells';

/** A part of a run, and what takes it back. */
export interface Unit {
  /** A step of structure comes first, and at most one. */
  readonly inverse: readonly SyncStep[];
  /** The journal's entry of a step that changes structure; null for writes, which can be taken back twice. */
  readonly entry: number | null;
}

/** What has been done so far, and what may have been done by the request under way. */
export interface Progress {
  cells: number;
  readonly skipped: SkippedCell[];
  /** Cells among these that held something else, where they stand by now. */
  left: readonly LeftCell[];
  /** The last one first. */
  readonly done: Unit[];
  pending: Unit | null;
}

/** Thrown when the user cancels. */
export class Cancelled extends Error {}

interface Running {
  readonly journal: RunJournal;
  readonly progress: Progress;
  readonly watch: Watch;
  readonly purpose: Purpose;
  /** The first batch that is still to run, counted from 0. */
  readonly from?: number;
}

/** Runs the batches; each leaves in the journal, in its own request, what takes it back. Throws an OfficeProblem, or Cancelled. */
export async function runBatches(
  requests: Requests,
  steps: readonly SyncStep[],
  { journal, progress, watch, purpose, from = 0 }: Running,
): Promise<void> {
  const batches = batchWrites(steps);
  for (const [index, batch] of batches.entries()) {
    if (index < from) continue;
    if (watch.signal.aborted) throw new Cancelled();
    watch.progress('Writing to your workbook', index / batches.length);
    journal.enter(index, progress.cells, progress.skipped);
    if (batch.kind === 'writes') {
      // What is taken back is written as Excel itself said it.
      const writes = purpose === 'undo' ? batch.steps : await spellFormulas(requests, batch.steps);
      const written = await writeCells(requests, writes, {
        started: (inverse) => void (progress.pending = { inverse, entry: null }),
        before: (context, inverse) => void journal.note(context, inverse),
        isUndo: purpose === 'undo',
      });
      progress.cells += written.cells;
      progress.skipped.push(...written.skipped);
      progress.left = [...progress.left, ...written.changed];
      progress.done.unshift({ inverse: written.inverse, entry: null });
    } else {
      await runStructure(requests, batch.step, journal, progress, batches.slice(index + 1));
    }
    progress.pending = null;
  }
  watch.progress('Writing to your workbook', 1);
}

async function runStructure(
  requests: Requests,
  step: Structural,
  journal: RunJournal,
  progress: Progress,
  rest: readonly Batch[],
): Promise<void> {
  const entry = journal.nextEntry();
  const changed = await changeStructure(requests, step, {
    before: (context, inverse) => {
      progress.pending = { inverse: [inverse], entry };
      // The marker comes first: an entry without its marker would say that the step was done.
      if (isCarrying(step)) journal.mark(context, step, entry);
      journal.note(context, [inverse], entry);
    },
    after: () => undefined,
    met: (theirs) => void (progress.pending &&= { ...progress.pending, inverse: [...progress.pending.inverse, theirs] }),
    again: () => undefined,
    isDone: async (inverse) => {
      const now = await stands(requests, journal, inverse, entry);
      if (now === false) await journal.drop(entry);
      return now;
    },
  });
  if (changed.skipped === null) {
    progress.left = carryLeft(progress.left, step);
    progress.done.unshift({ inverse: [changed.inverse], entry });
  } else {
    progress.pending = null;
    await journal.look();
    await journal.drop(entry);
    mustNotCount(step, changed.skipped, rest);
    progress.skipped.push(changed.skipped);
  }
}

/** Lines that stay although they were to go would have everything behind written to the wrong place. */
function mustNotCount(step: SyncStep, { sheet, address, reason }: SkippedCell, rest: readonly Batch[]): void {
  const steps = rest.flatMap((batch): readonly SyncStep[] => (batch.kind === 'writes' ? batch.steps : [batch.step]));
  if (!isCarrying(step) || !countsOn(steps, step.sheet)) return;
  const message = `${sheet}!${address}: ${reason} Everything behind it would be written to the wrong place. Clear that cell, then retry.`;
  throw new OfficeProblem({ code: 'in-the-way', message }, 'InvalidOperation');
}
