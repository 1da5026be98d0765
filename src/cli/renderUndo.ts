import type { FileUndo } from '../app/undoFile';
import { showControls } from './showControls';
import { stepsInWords } from './stepsInWords';

interface UndoRenderOptions {
  /** Where the result was written; null when nothing was. */
  readonly out: string | null;
  readonly isPlan: boolean;
  /** Every cell, and not only the first ones. */
  readonly all: boolean;
  readonly colour: boolean;
}

/** So many lines of one list are shown unless all are asked for. */
const MOST = 40;

/** What an undo did, or would do, as a person reads it: how much, cell by cell by sheet, and what was left and why. */
export function renderUndo(undo: FileUndo, { out, isPlan, all, colour }: UndoRenderOptions): string {
  const { receipt, steps, outcome, base, undoneBy } = undo;
  const lines: string[] = [];
  const title = (text: string): void => void lines.push(colour ? `\u001b[1m${showControls(text)}\u001b[22m` : showControls(text));
  const section = (heading: string, texts: readonly string[]): void => {
    if (texts.length === 0) return;
    lines.push('');
    title(heading);
    const shown = all || texts.length <= MOST + 1 ? texts : [...texts.slice(0, MOST), `And ${texts.length - MOST} more; --all lists them.`];
    for (const text of shown) lines.push(`  ${showControls(text)}`);
  };
  const cells = `${outcome.cells.toLocaleString('en-US')} ${outcome.cells === 1 ? 'cell' : 'cells'}`;
  title(isPlan ? `Would write ${cells}` : out === null ? 'Nothing was changed' : `Undone: ${cells} written`);
  const what = receipt.action === 'undo' ? 'an undo' : `the sync with ${receipt.official.name}`;
  lines.push(showControls(`Takes back ${what} by ${receipt.by} on ${receipt.at.slice(0, 10)} (receipt ${receipt.id}).`));
  lines.push(showControls(out === null ? 'Nothing was written.' : `Written to ${out}.`));
  for (const [sheet, texts] of stepsInWords(steps)) section(sheet, texts);
  section(
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
  section('Take note', notes);
  return `${lines.join('\n')}\n`;
}
