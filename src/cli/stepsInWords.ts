import { ruleInWords } from '../core/compare/ruleInWords';
import { sameContent } from '../core/sync/cellContent';
import type { EntryRule } from '../core/workbook/EntryRule';
import { shiftedAddress } from '../core/sync/shiftedAddress';
import type { CellContent, NoteContent, ResizeStep, ShiftStep, SyncStep, WriteStep } from '../core/sync/SyncPlan';
import { contentOf } from '../core/sync/cellContent';
import { stringifyAddress, stringifyRange, type CellAddress } from '../core/workbook/Address';
import type { Snapshot } from '../core/workbook/Snapshot';
import { dayFrom1900 } from './dayFrom1900';
import { showValue } from './showValue';

/** How a cell of the workbook shows its value where a step does not say; null where that is not known. */
type FormatOf = (cell: CellAddress) => string | null;

/** What the steps do to a workbook, in words, by sheet; null where it could not be read. */
export function stepsInWords(steps: readonly SyncStep[], workbook: Snapshot | null): ReadonlyMap<string, readonly string[]> {
  const formatOf = formatsIn(workbook, steps);
  const sheets = new Map<string, string[]>();
  for (const step of steps) {
    const sheet = step.kind === 'setName' ? (step.scope ?? 'Names') : step.sheet;
    const texts = stepInWords(step, workbook?.dateSystem ?? 1900, formatOf(sheet));
    if (texts.length === 0) continue;
    const known = sheets.get(sheet);
    if (known === undefined) sheets.set(sheet, texts);
    else for (const text of texts) known.push(text);
  }
  return sheets;
}

function stepInWords(step: SyncStep, dateSystem: Snapshot['dateSystem'], formatOf: FormatOf): string[] {
  switch (step.kind) {
    case 'addSheet':
      return ['the sheet is added'];
    case 'deleteSheet':
      return ['the sheet is deleted'];
    case 'insert':
    case 'delete':
      return [`${lineWords(step)} ${step.kind === 'insert' ? 'put in' : 'taken out'}${headsInWords(step)}`];
    case 'move': {
      const { axis, sheet, at, count, to } = step;
      const lines: ShiftStep = { kind: 'insert', axis, sheet, at, count };
      return [`${lineWords(lines)} moved to ${lineWords({ ...lines, at: to })}`];
    }
    case 'resizeTable':
      return [`table ${step.table}: ${stringifyRange(step.before)} → ${stringifyRange(step.after)}${columnsInWords(step)}`];
    case 'renameTable':
      return [`table ${step.before} renamed to ${step.after}`];
    case 'setName':
      if (step.aside === true) return [];
      return [`name ${step.name}: ${step.before?.formula ?? '(none)'} → ${step.after?.formula ?? '(none)'}`];
    case 'setRule': {
      const words = (rule: EntryRule | null): string => (rule === null ? 'any entry' : ruleInWords(rule, null));
      return [`${stringifyRange(step.range)}   permits ${words(step.before ?? null)} → ${words(step.after)}`];
    }
    case 'setHidden': {
      const { axis, sheet, span, after } = step;
      return [
        `${lineWords({ kind: 'insert', axis, sheet, at: span.first, count: span.last - span.first + 1 })} ${after ? 'hidden' : 'shown'}`,
      ];
    }
    case 'setVisibility':
      return [`the sheet is ${step.after === 'visible' ? 'shown' : step.after === 'hidden' ? 'hidden' : 'made very hidden'}`];
    case 'setNote': {
      const words = (note: NoteContent | null): string => (note === null ? '(none)' : showValue(note.text, null));
      return [`${stringifyAddress(step.cell)}   note ${words(step.before)} → ${words(step.after)}`];
    }
    case 'write':
      return step.aside === true ? [] : writeInWords(step, dateSystem, formatOf);
  }
}

/** `row 3`, `columns C:D`, `cells B4:C9`. */
function lineWords(step: ShiftStep): string {
  const address = shiftedAddress(step);
  if (step.across) return `cells ${address}`;
  return step.count === 1 ? `${step.axis} ${address.split(':')[0]}` : `${step.axis}s ${address}`;
}

/** `, in the table Deals: Net, Margin`. */
function headsInWords({ kind, heads }: ShiftStep): string {
  if (!heads) return '';
  return `, ${kind === 'insert' ? 'in' : 'from'} the table ${heads.table}: ${heads.columns.map(({ name }) => name).join(', ')}`;
}

function columnsInWords({ before, after, columns = [] }: ResizeStep): string {
  if (columns.length === 0) return '';
  return ` ${after.lastColumn > before.lastColumn ? 'with' : 'without'} ${columns.map(({ name }) => name).join(', ')}`;
}

function writeInWords({ range, before, after }: WriteStep, dateSystem: Snapshot['dateSystem'], formatOf: FormatOf): string[] {
  return after.flatMap((line, i) =>
    line.flatMap((content, j) => {
      if (!content) return [];
      const cell = { row: range.firstRow + i, column: range.firstColumn + j };
      const address = stringifyAddress(cell);
      const held = before[i]?.[j] ?? null;
      if (held !== null && sameContent(held, content))
        return [`${address}   format ${held.format ?? 'General'} → ${content.format ?? 'General'}`];
      const format = held?.format ?? formatOf(cell);
      return [`${address}   ${show(held, format, dateSystem)} → ${show(content, format, dateSystem)}`];
    }),
  );
}

function show(content: CellContent | null, otherwise: string | null, dateSystem: Snapshot['dateSystem']): string {
  if (content === null) return '(blank)';
  const format = content.format ?? otherwise;
  return content.formula ?? showValue(dateSystem === 1904 ? dayFrom1900(content.value, format) : content.value, format);
}

/** The formats of a sheet's cells; on one where lines come and go the steps' cells are others than the workbook's. */
function formatsIn(workbook: Snapshot | null, steps: readonly SyncStep[]): (sheet: string) => FormatOf {
  if (workbook === null) return () => () => null;
  const shifted = new Set(
    steps.flatMap((step) => (step.kind === 'insert' || step.kind === 'delete' || step.kind === 'move' ? [step.sheet] : [])),
  );
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return (name) => {
    const sheet = shifted.has(name) ? undefined : sheets.get(name);
    return ({ row, column }) => (sheet === undefined ? null : contentOf(workbook, sheet, row, column).format);
  };
}
