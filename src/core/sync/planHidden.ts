import type { Difference } from '../compare/Difference';
import type { SheetSnapshot, Span } from '../workbook/Snapshot';
import { runsOf } from './LineLayout';
import { parseLines } from './planLayout';
import type { WriteSources } from './planWrites';
import type { SheetLayout } from './SheetLayout';
import { PROTECTED_SHEET } from './SheetObjects';
import type { HideStep, Refusal, SyncStep } from './SyncPlan';

/** What a sync shows and hides. */
export interface PlannedHidden {
  readonly steps: readonly SyncStep[];
  readonly refused: readonly Refusal[];
  /** Shows the hidden lines that are deleted, so that an undo hides them again; `stay` are differences that are not deleted after all. */
  readonly clearing: (stay: ReadonlySet<string>) => readonly HideStep[];
}

type Axis = 'row' | 'column';
type VisibilityStep = Extract<SyncStep, { kind: 'setVisibility' }>;

const PROTECTED_WORKBOOK = 'The structure of your workbook is protected: unprotect it in Excel under Review, then sync again.';
const LAST = 'A workbook needs one sheet that shows, so this one is not hidden.';
const AXES: readonly Axis[] = ['row', 'column'];

/** Returns the steps that show and hide lines and sheets as official does, where that was taken, and lines that are added. */
export function planHidden({ official, local, planned, layouts, take, remove }: WriteSources): PlannedHidden {
  const refused: Refusal[] = [];
  const steps: HideStep[] = [];
  const sheets: VisibilityStep[] = [];
  const hide = (id: string, layout: SheetLayout, axis: Axis, lines: readonly number[], after: boolean): void => {
    for (const span of runsOf(lines))
      steps.push({ kind: 'setHidden', sheet: layout.name, axis, span, before: !after, after, differences: [id] });
  };

  for (const layout of planned.layouts) {
    if (layout.official === null) continue;
    const sheet = official.sheets[layout.official]!;
    for (const axis of AXES) {
      const byOwner = new Map<string, number[]>();
      for (const line of hiddenLines(axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns, lastUsed(sheet, axis))) {
        const place = linesOf(layout, axis).fromOfficial(line);
        const id = layout.local === null ? planned.sheetAddedBy.get(sheet.name) : planned.lineAddedBy(layout.name, axis, place);
        if (id !== undefined && place > 0) byOwner.set(id, [...(byOwner.get(id) ?? []), place]);
      }
      for (const [id, lines] of byOwner) hide(id, layout, axis, lines, true);
    }
  }
  for (const difference of take) {
    const { id, official: side } = difference;
    if (difference.kind !== 'hidden' || side === null) continue;
    const layout = layouts.ofOfficial(side.sheet);
    const refuse = (reason: string): void => void refused.push({ difference: id, reason });
    if (!layout || layout.local === null || layout.official === null) {
      refuse('Its place is not in your workbook.');
      continue;
    }
    const [theirs, ours] = [official.sheets[layout.official]!, local.sheets[layout.local]!];
    const axis = axisOf(side.address);
    if (axis === null) {
      if (local.structureProtected) refuse(PROTECTED_WORKBOOK);
      else sheets.push({ kind: 'setVisibility', sheet: layout.name, before: ours.visibility, after: theirs.visibility, differences: [id] });
      continue;
    }
    const { first, last } = parseLines(side.address, axis);
    const wanted = (axis === 'row' ? theirs.hiddenRows : theirs.hiddenColumns).some((span) => first >= span.first && first <= span.last);
    const lines = Array.from({ length: last - first + 1 }, (_, k) => linesOf(layout, axis).fromOfficial(first + k)).filter(
      (line) => line > 0,
    );
    if (ours.protected) refuse(PROTECTED_SHEET);
    else hide(id, layout, axis, lines, wanted);
  }

  const kept = shownAfter(local.sheets, sheets);
  for (const { sheet, differences } of kept.refused) refused.push({ difference: differences[0]!, reason: `${sheet}: ${LAST}` });
  const clearing = (stay: ReadonlySet<string>): HideStep[] =>
    remove.flatMap(({ id, kind, local: side }): HideStep[] => {
      const layout = side && layouts.ofLocal(side.sheet);
      if (!layout || layout.local === null || stay.has(id) || (kind !== 'row' && kind !== 'column') || axisOf(side.address) !== kind)
        return [];
      const sheet = local.sheets[layout.local]!;
      const { first, last } = parseLines(side.address, kind);
      const hidden = hiddenLines(kind === 'row' ? sheet.hiddenRows : sheet.hiddenColumns, last).filter((line) => line >= first);
      return runsOf(hidden.map((line) => linesOf(layout, kind).fromLocal(line))).map((span) => ({
        kind: 'setHidden',
        sheet: layout.name,
        axis: kind,
        span,
        before: true,
        after: false,
        differences: [id],
      }));
    });
  return { steps: [...steps, ...kept.steps], refused, clearing };
}

/** The steps in an order in which one sheet shows throughout, and those that would hide the last. */
function shownAfter(
  all: readonly { readonly name: string; readonly visibility: VisibilityStep['after'] }[],
  steps: readonly VisibilityStep[],
): { readonly steps: readonly VisibilityStep[]; readonly refused: readonly VisibilityStep[] } {
  const showing = steps.filter(({ after }) => after === 'visible');
  const hiding = steps.filter(({ after }) => after !== 'visible');
  const shown = new Set([
    ...all.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name),
    ...showing.map(({ sheet }) => sheet),
  ]);
  const refused: VisibilityStep[] = [];
  const done = hiding.filter((step) => {
    if (shown.size === 1 && shown.has(step.sheet)) return void refused.push(step);
    shown.delete(step.sheet);
    return true;
  });
  return { steps: [...showing, ...done], refused };
}

function linesOf(layout: SheetLayout, axis: Axis): SheetLayout['rows'] {
  return axis === 'row' ? layout.rows : layout.columns;
}

/** Lines of which a workbook hides all below some can be a million: only those that hold something count. */
function hiddenLines(spans: readonly Span[], last: number): number[] {
  return spans.flatMap(({ first, last: end }) => Array.from({ length: Math.max(0, Math.min(end, last) - first + 1) }, (_, k) => first + k));
}

function lastUsed({ cells }: SheetSnapshot, axis: Axis): number {
  const lines: Iterable<number> = cells[axis];
  let last = 0;
  for (const line of lines) last = Math.max(last, line);
  return last;
}

/** What the address of a difference about lines counts; null for a whole sheet. */
function axisOf(address: Difference['id']): Axis | null {
  return /^\$?\d/.test(address) ? 'row' : /^\$?[A-Z]+(?::\$?[A-Z]+)?$/i.test(address) ? 'column' : null;
}
