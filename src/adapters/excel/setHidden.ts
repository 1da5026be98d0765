import { invertStep } from '../../core/sync/invertStep';
import { shiftedAddress } from '../../core/sync/shiftedAddress';
import type { HideStep, SyncStep } from '../../core/sync/SyncPlan';
import type { Around, Changed, Structural } from './Around';
import { visibilityOf } from './readRanges';
import type { Requests } from './Requests';
import { sendStep } from './sendStep';

type VisibilityStep = Extract<SyncStep, { kind: 'setVisibility' }>;

const OTHER_LINES = 'They are no longer shown or hidden as when the workbooks were compared, so they were left as they are.';
const OTHER_SHEET = 'The sheet is no longer shown or hidden as when the workbooks were compared, so it was left as it is.';
const VISIBILITIES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Shows or hides lines, as `changeStructure` runs any step: only where they are as the step expects. */
export async function setHidden(requests: Requests, step: HideStep, around: Around): Promise<Changed> {
  const held = await readHidden(requests, step);
  if (held === step.after) return { inverse: { ...step, before: held, after: held }, skipped: null };
  if (held !== step.before) return { inverse: null, skipped: { sheet: step.sheet, address: hiddenAddress(step), reason: OTHER_LINES } };
  return sendStep(requests, invertStep(step, {}) as Structural, around, (context) => {
    const lines = linesOf(context, step);
    if (step.axis === 'row') lines.rowHidden = step.after;
    else lines.columnHidden = step.after;
  });
}

/** Shows or hides a sheet. */
export async function setVisibility(requests: Requests, step: VisibilityStep, around: Around): Promise<Changed> {
  const held = await readVisibility(requests, step);
  if (held === step.after) return { inverse: { ...step, before: held, after: held }, skipped: null };
  if (held !== step.before) return { inverse: null, skipped: { sheet: step.sheet, address: '', reason: OTHER_SHEET } };
  return sendStep(requests, invertStep(step, {}) as Structural, around, ({ workbook }) => {
    workbook.worksheets.getItem(step.sheet).visibility = VISIBILITIES[step.after];
  });
}

/** Whether lines, or a sheet, are shown or hidden as a step would leave them. Throws an OfficeProblem. */
export async function isHiddenAs(requests: Requests, step: HideStep | VisibilityStep): Promise<boolean> {
  return (step.kind === 'setHidden' ? await readHidden(requests, step) : await readVisibility(requests, step)) === step.after;
}

/** `3:5`, `B:B`. */
export function hiddenAddress({ sheet, axis, span }: HideStep): string {
  return shiftedAddress({ kind: 'insert', axis, sheet, at: span.first, count: span.last - span.first + 1 });
}

/** Null where some are and some are not. */
async function readHidden(requests: Requests, step: HideStep): Promise<boolean | null> {
  const property = step.axis === 'row' ? 'rowHidden' : 'columnHidden';
  return (await requests.send((context) => linesOf(context, step).load(property)))[property];
}

async function readVisibility(requests: Requests, { sheet }: VisibilityStep): Promise<VisibilityStep['after']> {
  return visibilityOf((await requests.send(({ workbook }) => workbook.worksheets.getItem(sheet).load('visibility'))).visibility);
}

function linesOf({ workbook }: Excel.RequestContext, step: HideStep): Excel.Range {
  return workbook.worksheets.getItem(step.sheet).getRange(hiddenAddress(step));
}
