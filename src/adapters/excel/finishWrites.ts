import type { WriteStep } from '../../core/sync/SyncPlan';
import { cellKey, cellsOf, inverseOfHeld, type HeldCell } from './firstHeld';
import type { Requests } from './Requests';
import type { Progress } from './runBatches';
import type { RunJournal } from './RunJournal';
import { spellFormulas } from './spellFormulas';
import type { Purpose } from './whyNot';
import { writeCells } from './writeCells';

/**
 * Writes a batch that broke off once more: a cell that holds what it was to hold already is left, one that holds what it held before is written,
 * and any other is somebody's and is listed. `held` says what cells held before they were written for the first time. Throws an OfficeProblem.
 */
export async function finishWrites(
  requests: Requests,
  journal: RunJournal,
  steps: readonly WriteStep[],
  { held, progress, purpose }: { readonly held: ReadonlyMap<string, HeldCell>; readonly progress: Progress; readonly purpose: Purpose },
): Promise<void> {
  const isUndo = purpose === 'undo';
  const spelled = isUndo ? steps : await spellFormulas(requests, steps);
  const written = await writeCells(
    requests,
    spelled.map((step) => withFormats(step, held)),
    { started: () => undefined, before: (context, inverse) => void journal.note(context, inverse), isUndo },
  );
  const skipped = new Set(written.skipped.map(({ sheet, address }) => `${sheet}!${address}`));
  const now = new Map<string, HeldCell>();
  for (const { sheet, row, column, before, after } of cellsOf(written.inverse))
    now.set(cellKey(sheet, row, column), { sheet, row, column, held: after, written: before, isTheirs: false });
  const before = [...held].filter(([key]) => !skipped.has(key) && !now.has(key));
  // Of what was written in part the journal has what stood there at first.
  const all = [...before.map(([, cell]) => cell), ...[...now].map(([key, cell]) => held.get(key) ?? cell)];
  progress.cells += written.cells + before.length;
  progress.skipped.push(...written.skipped);
  progress.left = [...progress.left, ...written.changed];
  progress.done.unshift({ inverse: inverseOfHeld(all), entry: null });
}

/** A write that broke off may have changed a format on the way, so that every one is said. */
function withFormats(step: WriteStep, held: ReadonlyMap<string, HeldCell>): WriteStep {
  const { sheet, range } = step;
  const after = step.after.map((row, i) =>
    row.map((content, j) => {
      const known = held.get(cellKey(sheet, range.firstRow + i, range.firstColumn + j));
      return content && known ? { ...content, format: content.format ?? known.held.format } : content;
    }),
  );
  return { ...step, after };
}
