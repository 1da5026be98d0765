import type { FileUndo } from '../app/undoFile';
import type { Snapshot } from '../core/workbook/Snapshot';
import { Report } from './Report';
import { stepsInWords } from './stepsInWords';

interface UndoRenderOptions {
  /** Where the result was written; null when nothing was. */
  readonly out: string | null;
  readonly isPlan: boolean;
  /** The workbook that it is done to; null where it cannot be read. */
  readonly workbook: Snapshot | null;
  /** Every cell, and not only the first ones. */
  readonly all: boolean;
  readonly colour: boolean;
}

/** What an undo did, or would do, as a person reads it: how much, cell by cell by sheet, and what was left and why. */
export function renderUndo(undo: FileUndo, { out, isPlan, workbook, all, colour }: UndoRenderOptions): string {
  const { receipt, steps, outcome, base, undoneBy } = undo;
  const report = new Report({ all, colour });
  const cells = `${outcome.cells.toLocaleString('en-US')} ${outcome.cells === 1 ? 'cell' : 'cells'}`;
  report.title(isPlan ? `Would write ${cells}` : out === null ? 'Nothing was changed' : `Undone: ${cells} written`);
  const what = receipt.action === 'undo' ? 'an undo' : `the sync with ${receipt.official.name}`;
  report.line(`Takes back ${what} by ${receipt.by} on ${receipt.at.slice(0, 10)} (receipt ${receipt.id}).`);
  report.line(out === null ? 'Nothing was written.' : `Written to ${out}.`);
  for (const [sheet, texts] of stepsInWords(steps, workbook)) report.section(sheet, texts);
  report.section(
    'Left as it is',
    outcome.skipped.map(({ sheet, address, reason }) => `${[sheet, address].filter(Boolean).join('!')}: ${reason}`),
  );
  const notes = [
    ...(outcome.skipped.length > 0 ? ['To write over cells that hold something else by now, undo the file as it was with --force.'] : []),
    ...(out === null ? [] : [`tieout undo --receipt ${undoneBy} brings it back.`]),
    ...(base === 'lost'
      ? ['Which official version it agreed with before is not kept so long, so that the workbook remembers none; name one with --base.']
      : []),
    ...(out !== null && outcome.cells > 0
      ? ['Formulas that follow show their results once Excel has opened and calculated the file.']
      : []),
    ...(outcome.signatureBroken ? ['The file was digitally signed. The signature no longer holds, as for any edit: sign it again.'] : []),
  ];
  report.section('Take note', notes);
  return report.toString();
}
