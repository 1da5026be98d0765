import type { EntryRule } from '../workbook/EntryRule';
import type { CellContent, NoteContent, SyncStep } from './SyncPlan';

/** What was found in the workbook right before a step ran, as far as the step changes it. */
export interface Held {
  /** For a write: the cells, row by row; null where the cell was left alone. */
  readonly cells?: readonly (readonly (CellContent | null)[])[];
  /** For a rule: what the range permitted. */
  readonly rule?: EntryRule | null;
  /** For a note: the one that was there. */
  readonly note?: NoteContent | null;
  /** For a deleted sheet: where it stood. */
  readonly sheet?: { readonly position: number; readonly visibility: 'visible' | 'hidden' | 'veryHidden' };
}

/** Returns the step which takes one step back to what was held before it. Lines and sheets are blank when they are deleted. */
export function invertStep(step: SyncStep, held: Held): SyncStep {
  switch (step.kind) {
    case 'addSheet':
      return { kind: 'deleteSheet', sheet: step.sheet };
    case 'deleteSheet':
      return { kind: 'addSheet', sheet: step.sheet, position: held.sheet?.position ?? 0, visibility: held.sheet?.visibility ?? 'visible' };
    case 'insert':
      return { ...step, kind: 'delete' };
    case 'delete':
      return { ...step, kind: 'insert' };
    case 'move':
      return { ...step, at: step.to, to: step.at };
    case 'resizeTable':
      return { ...step, before: step.after, after: step.before };
    case 'renameTable':
      return { ...step, before: step.after, after: step.before };
    case 'setName':
      return { ...step, before: step.after, after: step.before };
    case 'setHidden':
      return { ...step, before: step.after, after: step.before };
    case 'setVisibility':
      return { ...step, before: step.after, after: step.before };
    case 'setRule':
      return { ...step, ...(step.before === undefined ? {} : { before: step.after }), after: held.rule ?? null };
    case 'setNote':
      return { ...step, before: step.after, after: held.note === undefined ? step.before : held.note };
    case 'write': {
      const heldAt = (i: number, j: number) => held.cells?.[i]?.[j] ?? null;
      return {
        ...step,
        before: step.after.map((row, i) => row.map((written, j) => heldAt(i, j) && written)),
        after: step.after.map((row, i) => row.map((written, j) => restore(heldAt(i, j), written))),
      };
    }
  }
}

/** A format that the step left as it was stays as it is. */
function restore(content: CellContent | null, written: CellContent | null): CellContent | null {
  return content && written?.format == null ? { ...content, format: null } : content;
}
