import type { SkippedCell } from '../../app/ports/WorkbookHost';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { batchWrites } from './batchWrites';
import type { Structural } from './Around';
import { changeStructure } from './changeStructure';
import { isCarrying } from './journalMarker';
import { OfficeProblem } from './OfficeProblem';
import type { Requests } from './Requests';
import type { RunJournal } from './RunJournal';
import type { Unit } from './runBatches';
import { stands } from './stands';
import { writeCells } from './writeCells';

/** Nothing else counts on these. */
const ALONE: ReadonlySet<SyncStep['kind']> = new Set(['setName', 'setRule', 'setNote', 'setHidden', 'setVisibility']);

/** What became of taking back. */
export interface TakenBack {
  readonly cells: number;
  readonly skipped: readonly SkippedCell[];
}

/**
 * Takes the units back, the last one first. A unit of structure is forgotten by the journal in the request that takes it back, together
 * with all above it, so that whoever goes on after a failure goes on there. `left` is told what is still to do. Throws an OfficeProblem.
 */
export async function takeBack(
  requests: Requests,
  journal: RunJournal,
  units: readonly Unit[],
  { left, progress }: { left: (units: readonly Unit[]) => void; progress: (done: number) => void },
): Promise<TakenBack> {
  const skipped: SkippedCell[] = [];
  let cells = 0;
  for (const [index, unit] of units.entries()) {
    left(units.slice(index));
    progress(index / units.length);
    const [first, ...others] = unit.inverse;
    let writes = unit.inverse;
    if (unit.entry !== null && first && first.kind !== 'write') {
      const stays = await takeStructureBack(requests, journal, first, unit.entry, index === 0);
      // All that is left counts on it, and the journal is for whoever clears the way and goes on.
      if (stays !== null && !ALONE.has(first.kind)) throw stuck(stays);
      if (stays !== null) skipped.push(stays);
      writes = others;
    }
    for (const batch of batchWrites(writes)) {
      if (batch.kind !== 'writes') throw new Error('Only writes go without an entry of their own.');
      const written = await writeCells(requests, batch.steps, { started: () => undefined, before: () => undefined, isUndo: true });
      skipped.push(...written.skipped);
      cells += written.cells;
    }
  }
  left([]);
  return { cells, skipped };
}

/** Only the last unit is in doubt: all before it were done when it was begun. */
async function takeStructureBack(
  requests: Requests,
  journal: RunJournal,
  inverse: Structural,
  entry: number,
  inDoubt: boolean,
): Promise<SkippedCell | null> {
  await journal.look();
  const now = inDoubt ? await stands(requests, journal, inverse, entry) : true;
  if (now === false) return null;
  if (now === null) throw unknown(inverse);
  const changed = await changeStructure(requests, inDoubt ? anyway(inverse) : inverse, {
    before: (context) => {
      journal.forgetAbove(context, entry);
      if (isCarrying(inverse) && journal.state.marker !== null) journal.mark(context, inverse, entry);
    },
    after: (context) => journal.forget(context, entry),
    met: () => undefined,
    again: (context) => void journal.note(context, [inverse], entry),
    inDoubt,
    isDone: async () => {
      const still = await stands(requests, journal, inverse, entry);
      return still === null ? null : !still;
    },
  });
  return changed.skipped;
}

/** A rule that was written in part is none that anyone expects. */
function anyway(inverse: Structural): Structural {
  if (inverse.kind !== 'setRule') return inverse;
  const { before: _, ...step } = inverse;
  return step;
}

function stuck({ sheet, address, reason }: SkippedCell): OfficeProblem {
  const message = `${sheet}!${address}: ${reason} Clear it, then undo once more.`;
  return new OfficeProblem({ code: 'in-the-way', message }, 'InvalidOperation');
}

function unknown(step: SyncStep): OfficeProblem {
  const where = 'sheet' in step ? step.sheet : 'the workbook';
  const message = `It cannot be told any more whether lines on ${where} were moved, so nothing further was changed. Go back to an earlier copy.`;
  return new OfficeProblem({ code: 'unclear', message }, 'InvalidOperation');
}
