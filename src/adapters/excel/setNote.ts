import { invertStep } from '../../core/sync/invertStep';
import { sameNote } from '../../core/sync/sameNote';
import type { NoteContent, NoteStep } from '../../core/sync/SyncPlan';
import { stringifyAddress } from '../../core/workbook/Address';
import type { Around, Changed } from './Around';
import { OfficeProblem } from './OfficeProblem';
import type { Requests } from './Requests';
import { sendStep } from './sendStep';

/** The requirement set in which add-ins can change notes. */
const NOTES = '1.18';
const OTHER = 'Its note no longer says what it said when the workbooks were compared, so it was left as it is.';
const TOO_OLD = 'This Excel does not let add-ins change notes, so this one was left as it is.';
const REFUSED = 'Excel did not take the note, as where a comment stands on the cell, so it was left as it is.';
/** Codes by which Excel refuses a note. */
const REFUSES: ReadonlySet<string> = new Set(['InvalidOperation', 'InvalidArgument', 'GeneralException']);

/** Whether Excel lets add-ins change notes. */
export function changesNotes(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', NOTES);
}

/** Gives a cell another note, as `changeStructure` runs any step: only where it says what the step expects. Its author is then who runs it. */
export async function setNote(requests: Requests, step: NoteStep, around: Around): Promise<Changed> {
  const leave = (reason: string): Changed => ({
    inverse: null,
    skipped: { sheet: step.sheet, address: stringifyAddress(step.cell), reason },
  });
  if (!changesNotes()) return leave(TOO_OLD);
  const held = await readNote(requests, step);
  if (sameNote(held, step.after)) return { inverse: invertStep(step, { note: held }) as NoteStep, skipped: null };
  if (!sameNote(held, step.before)) return leave(OTHER);
  const { after } = step;
  try {
    return await sendStep(requests, invertStep(step, { note: held }) as NoteStep, around, (context) => {
      const notes = notesOf(context, step);
      const address = stringifyAddress(step.cell);
      if (after === null) notes.getItem(address).delete();
      else if (held === null) notes.add(address, after.text);
      else notes.getItem(address).content = after.text;
    });
  } catch (error) {
    if (error instanceof OfficeProblem && REFUSES.has(error.office)) return leave(REFUSED);
    throw error;
  }
}

/** Whether a cell has just this note. Throws an OfficeProblem. */
export async function isNoteOf(requests: Requests, step: NoteStep, note: NoteContent | null): Promise<boolean> {
  return sameNote(await readNote(requests, step), note);
}

async function readNote(requests: Requests, step: NoteStep): Promise<NoteContent | null> {
  const address = stringifyAddress(step.cell);
  const note = await requests.send((context) => notesOf(context, step).getItemOrNullObject(address).load('content,authorName'));
  return note.isNullObject ? null : { author: note.authorName, text: note.content };
}

function notesOf({ workbook }: Excel.RequestContext, { sheet }: NoteStep): Excel.NoteCollection {
  return workbook.worksheets.getItem(sheet).notes;
}
