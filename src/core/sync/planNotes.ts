import type { Difference } from '../compare/Difference';
import { isInside, parseRange, type CellAddress, type CellRange } from '../workbook/Address';
import type { Note, SheetSnapshot, Snapshot } from '../workbook/Snapshot';
import { maxLine } from './LineLayout';
import { parseLines } from './planLayout';
import type { WriteSources } from './planWrites';
import { sameNote } from './sameNote';
import { fromLocal, fromOfficial, localCell, type SheetLayout } from './SheetLayout';
import { PROTECTED_SHEET } from './SheetObjects';
import type { NoteContent, NoteStep, Refusal } from './SyncPlan';

/** The notes that a sync sets. */
export interface PlannedNotes {
  readonly steps: readonly NoteStep[];
  readonly refused: readonly Refusal[];
  /** Takes notes off the lines that are deleted, or cleared at a sheet's end, so that an undo knows them; `stay` are differences that are not deleted after all. */
  readonly clearing: (stay: ReadonlySet<string>) => readonly NoteStep[];
}

const COMMENT = 'It is a threaded comment, which only its authors can write: copy it by hand.';
const COMMENT_THERE = 'A threaded comment stands there in your workbook, so the note was left: settle the comment first.';
const ADDED_COMMENT = 'Threaded comments do not come along: copy them by hand.';
const TOO_OLD = 'This Excel does not let add-ins change notes (that takes Microsoft 365, 2024 or newer): copy this one by hand.';
const LOSES_COMMENT = 'A threaded comment stands on it, which an undo could not bring back: delete it by hand.';
const LOSES_NOTE = 'A note stands on it, which an undo could not bring back in this Excel: delete it by hand.';

/**
 * Returns the steps that bring the notes of the taken differences and those on sheets and lines that are added. Cells are those of the
 * local workbook before anything is deleted.
 */
export function planNotes(sources: WriteSources, canChange: boolean): PlannedNotes {
  const { official, local, planned, layouts, take, remove } = sources;
  const refused: Refusal[] = [];
  const steps: NoteStep[] = [];
  const refuse = (difference: string, reason: string): void => {
    if (!refused.some((known) => known.difference === difference && known.reason === reason)) refused.push({ difference, reason });
  };
  const set = (id: string, layout: SheetLayout, cell: CellAddress, before: NoteContent | null, after: NoteContent | null): void => {
    if (!canChange) refuse(id, TOO_OLD);
    else if (!sameNote(before, after)) steps.push({ kind: 'setNote', sheet: layout.name, cell, before, after, differences: [id] });
  };

  for (const layout of planned.layouts) {
    if (layout.official === null) continue;
    for (const note of official.sheets[layout.official]!.notes) {
      const id = addedBy(sources, layout, note);
      const cell = id === undefined ? null : fromOfficial(layout, note);
      if (id === undefined || cell === null) continue;
      if (note.kind === 'comment') refuse(id, ADDED_COMMENT);
      else {
        // A line that local has, but blank, is filled where it stands.
        const [there] = layout.local === null ? [] : notesAt(local.sheets[layout.local]!, localCell(layout, note));
        if (there && isComment(there)) refuse(id, COMMENT_THERE);
        else set(id, layout, cell, there ? contentOf(there) : null, contentOf(note));
      }
    }
  }
  const isNote = ({ kind }: Difference): boolean => kind === 'note';
  for (const { id, official: side } of take.filter(isNote)) {
    const layout = side && layouts.ofOfficial(side.sheet);
    const range = side && parseRange(side.address);
    if (!layout || !range || layout.local === null || layout.official === null) {
      refuse(id, 'Its place is not in your workbook.');
      continue;
    }
    const from = { row: range.firstRow, column: range.firstColumn };
    const cell = fromOfficial(layout, from);
    const sheet = local.sheets[layout.local]!;
    const theirs = notesAt(official.sheets[layout.official]!, from);
    const ours = notesAt(sheet, localCell(layout, from));
    if (sheet.protected) refuse(id, PROTECTED_SHEET);
    else if (theirs.some(isComment)) refuse(id, COMMENT);
    else if (ours.some(isComment)) refuse(id, COMMENT_THERE);
    else if (cell) set(id, layout, cell, ours[0] ? contentOf(ours[0]) : null, theirs[0] ? contentOf(theirs[0]) : null);
  }
  for (const { id, local: side } of remove.filter(isNote)) {
    const layout = side && layouts.ofLocal(side.sheet);
    const range = side && parseRange(side.address);
    if (!layout || !range || layout.local === null) continue;
    const sheet = local.sheets[layout.local]!;
    const at = { row: range.firstRow, column: range.firstColumn };
    const [note] = notesAt(sheet, at);
    if (sheet.protected) refuse(id, PROTECTED_SHEET);
    else if (notesAt(sheet, at).some(isComment)) refuse(id, COMMENT);
    else if (note) set(id, layout, fromLocal(layout, at), contentOf(note), null);
  }

  const clearing = (stay: ReadonlySet<string>): NoteStep[] =>
    remove.flatMap((difference): NoteStep[] => {
      const layout = difference.local && layouts.ofLocal(difference.local.sheet);
      if (!layout || layout.local === null || stay.has(difference.id)) return [];
      return notesOn(local.sheets[layout.local]!, difference).map((note) => ({
        kind: 'setNote',
        sheet: layout.name,
        cell: fromLocal(layout, note),
        before: contentOf(note),
        after: null,
        differences: [difference.id],
      }));
    });
  return { steps, refused, clearing };
}

/** Why lines may not be deleted on account of the notes on them, as an undo could not bring them back. */
export function keptForNotes(local: Snapshot, remove: readonly Difference[], canChange: boolean): readonly Refusal[] {
  return remove.flatMap((difference): Refusal[] => {
    const sheet = local.sheets.find(({ name }) => name === difference.local?.sheet);
    const notes = sheet ? notesOn(sheet, difference) : [];
    if (notes.some(isComment)) return [{ difference: difference.id, reason: LOSES_COMMENT }];
    return notes.length > 0 && !canChange ? [{ difference: difference.id, reason: LOSES_NOTE }] : [];
  });
}

function addedBy({ official, planned }: WriteSources, layout: SheetLayout, { row, column }: Note): string | undefined {
  if (layout.local === null) return planned.sheetAddedBy.get(official.sheets[layout.official!]!.name);
  const target = fromOfficial(layout, { row, column });
  if (!target) return undefined;
  return (
    planned.lineAddedBy(layout.name, 'row', target.row) ??
    planned.lineAddedBy(layout.name, 'column', target.column) ??
    planned.cellsAddedBy(layout.name, { row, column })
  );
}

/** The notes on lines, or on cells of lines, that only local has. */
function notesOn(sheet: SheetSnapshot, { kind, local }: Difference): readonly Note[] {
  if (local === null || (kind !== 'row' && kind !== 'column')) return [];
  const range = parseRange(local.address) ?? linesOf(local.address, kind);
  return sheet.notes.filter((note) => isInside(range, note));
}

function linesOf(address: string, axis: 'row' | 'column'): CellRange {
  const { first, last } = parseLines(address, axis);
  return axis === 'row'
    ? { firstRow: first, lastRow: last, firstColumn: 1, lastColumn: maxLine('column') }
    : { firstRow: 1, lastRow: maxLine('row'), firstColumn: first, lastColumn: last };
}

function notesAt({ notes }: SheetSnapshot, { row, column }: CellAddress): readonly Note[] {
  return notes.filter((note) => note.row === row && note.column === column);
}

const isComment = ({ kind }: Note): boolean => kind === 'comment';
const contentOf = ({ author, text }: Note): NoteContent => ({ author, text });
