import { succeed, type Result } from '../../core/Result';
import type { EntryRule } from '../../core/workbook/EntryRule';
import type { NameContent, NoteContent } from '../../core/sync/SyncPlan';
import type { CellAddress, CellRange } from '../../core/workbook/Address';
import type { Span } from '../../core/workbook/Snapshot';
import { EditBook } from './edit/EditBook';
import type { CellEdit } from './edit/CellEdit';
import { editCells } from './edit/editCells';
import { editLines, type LineEdit } from './edit/editLines';
import { addSheet, deleteSheet, moveSheet, renameSheetOf, setSheetVisibility, type Visibility } from './edit/editSheets';
import { resizeTable } from './edit/editTables';
import { renameTableOf } from './edit/renameTableOf';
import { setHidden } from './edit/editHidden';
import { setNote } from './edit/editNotes';
import { setRule } from './edit/editRules';
import { newElement, setAttribute, setText } from './edit/editXml';
import { mustNotCutPivots } from './edit/mustNotCutPivots';
import { storedFormula } from './edit/storedFormula';
import { readResult } from './read/ReadError';

/** One change to a workbook file. Edits run in order; each names sheets and cells as they are called at its turn. */
export type PackageEdit =
  | LineEdit
  | { readonly kind: 'addSheet'; readonly sheet: string; readonly position: number; readonly visibility?: Visibility }
  /** The table keeps its first cell; `columns` are the names of those at its right end that come in, or go. */
  | {
      readonly kind: 'resizeTable';
      readonly sheet: string;
      readonly table: string;
      readonly range: CellRange;
      readonly columns?: readonly string[];
    }
  | { readonly kind: 'renameTable'; readonly sheet: string; readonly table: string; readonly name: string }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  | { readonly kind: 'renameSheet'; readonly sheet: string; readonly name: string }
  /** `position` counts from 0, in the order without the moved sheet. */
  | { readonly kind: 'moveSheet'; readonly sheet: string; readonly position: number }
  | { readonly kind: 'setVisibility'; readonly sheet: string; readonly visibility: Visibility }
  | { readonly kind: 'cells'; readonly sheet: string; readonly cells: readonly CellEdit[] }
  /** Lets cells permit other entries; null for any. */
  | { readonly kind: 'setRule'; readonly sheet: string; readonly range: CellRange; readonly after: EntryRule | null }
  | { readonly kind: 'setHidden'; readonly sheet: string; readonly axis: 'row' | 'column'; readonly span: Span; readonly hidden: boolean }
  /** Gives a cell another note; null for none. */
  | { readonly kind: 'setNote'; readonly sheet: string; readonly cell: CellAddress; readonly after: NoteContent | null }
  /** Makes, changes or (null) removes a defined name; `scope` is the sheet it belongs to, null for the workbook. */
  | { readonly kind: 'setName'; readonly name: string; readonly scope: string | null; readonly after: NameContent | null };

/**
 * The bytes of the .xlsx workbook with the edits made. Parts that no edit concerns are copied as they are, compressed and all;
 * the calculation chain is left out and Excel asked to recalculate on opening. No edits give the same bytes.
 * Fails when the bytes are no workbook, a part that an edit concerns is damaged, or cells would move through a PivotTable; throws when an edit names a sheet that is not there.
 */
export function editWorkbook(bytes: Uint8Array, edits: readonly PackageEdit[]): Result<Uint8Array> {
  if (edits.length === 0) return succeed(bytes);
  const book = EditBook.open(bytes);
  if (!book.ok) return book;
  return readResult(() => {
    for (const edit of edits) runEdit(book.value, edit);
    return book.value.save();
  });
}

/** Makes one edit in an open package; throws a `ReadError`, or any other when it names a sheet that is not there. */
export function runEdit(book: EditBook, edit: PackageEdit): void {
  switch (edit.kind) {
    case 'insert':
    case 'delete':
    case 'cut':
      mustNotCutPivots(book, edit);
      return editLines(book, { ...edit, sheet: book.entry(edit.sheet).name });
    case 'addSheet':
      addSheet(book, edit.sheet, edit.position);
      return edit.visibility && setSheetVisibility(book.entry(edit.sheet), edit.visibility);
    case 'resizeTable':
      return resizeTable(book, book.entry(edit.sheet), edit);
    case 'renameTable':
      return renameTableOf(book, book.entry(edit.sheet), edit.table, edit.name);
    case 'deleteSheet':
      return deleteSheet(book, book.entry(edit.sheet));
    case 'renameSheet':
      return renameSheetOf(book, book.entry(edit.sheet), edit.name);
    case 'moveSheet':
      return moveSheet(book, book.entry(edit.sheet), edit.position);
    case 'setVisibility':
      return setSheetVisibility(book.entry(edit.sheet), edit.visibility);
    case 'cells': {
      const entry = book.entry(edit.sheet);
      const sheet = book.sheet(entry);
      if (!sheet) throw new Error(`The sheet ${edit.sheet} has no cells to write to.`);
      return editCells(book, entry, sheet, edit.cells);
    }
    case 'setRule': {
      const sheet = book.sheet(book.entry(edit.sheet));
      if (!sheet) throw new Error(`The sheet ${edit.sheet} has no cells to set rules for.`);
      return setRule(sheet, edit.range, edit.after);
    }
    case 'setHidden': {
      const sheet = book.sheet(book.entry(edit.sheet));
      if (!sheet) throw new Error(`The sheet ${edit.sheet} has no lines to hide.`);
      return setHidden(sheet, edit.axis, edit.span, edit.hidden);
    }
    case 'setNote': {
      const entry = book.entry(edit.sheet);
      const sheet = book.sheet(entry);
      if (!sheet) throw new Error(`The sheet ${edit.sheet} has no cells to set notes on.`);
      return setNote(book, entry, sheet, edit.cell, edit.after);
    }
    case 'setName':
      return setName(book, edit.name, edit.scope, edit.after);
  }
}

function setName(book: EditBook, name: string, scope: string | null, after: NameContent | null): void {
  const found = book.findName(name, scope);
  if (!after) {
    book.names = book.names.filter((other) => other !== found);
    return;
  }
  const entry = found ?? newElement(book.workbook, 'definedName', { name });
  setText(entry, storedFormula(after.formula));
  setAttribute(entry, 'localSheetId', book.scopeIndex(scope));
  setAttribute(entry, 'comment', after.comment === '' ? undefined : after.comment);
  setAttribute(entry, 'hidden', after.hidden ? '1' : undefined);
  if (!found) book.names = [...book.names, entry];
}
