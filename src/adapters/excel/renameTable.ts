import { invertStep } from '../../core/sync/invertStep';
import type { RenameTableStep } from '../../core/sync/SyncPlan';
import type { Around, Changed } from './Around';
import type { Requests } from './Requests';
import { sendStep } from './sendStep';

/** Calls a table otherwise; Excel lets all formulas follow. Throws an OfficeProblem. */
export async function renameTable(requests: Requests, step: RenameTableStep, around: Around): Promise<Changed> {
  const { sheet, before, after } = step;
  const now = await look(requests, step);
  if (now.after && !now.before) return { inverse: { ...step, before: after }, skipped: null };
  if (!now.before) return leave(step, `The table ${before} is no longer there.`);
  if (now.taken) return leave(step, `Another table or name is called ${after} by now, so the table ${before} keeps its name.`);
  return sendStep(requests, invertStep(step, {}) as RenameTableStep, around, ({ workbook }) => {
    workbook.worksheets.getItem(sheet).tables.getItem(before).name = after;
  });
}

/** Whether a table of the sheet is called as the step calls it, and none as before. Throws an OfficeProblem. */
export async function isCalled(requests: Requests, step: RenameTableStep): Promise<boolean> {
  const now = await look(requests, step);
  return now.after && (!now.before || step.before === step.after);
}

/** Which names tables of the sheet have, and whether the new one is anything's. */
async function look(
  requests: Requests,
  { sheet, before, after }: RenameTableStep,
): Promise<{ readonly before: boolean; readonly after: boolean; readonly taken: boolean }> {
  const found = await requests.send(({ workbook }) => {
    const { tables } = workbook.worksheets.getItem(sheet);
    return {
      before: tables.getItemOrNullObject(before).load('name'),
      after: tables.getItemOrNullObject(after).load('name'),
      table: workbook.tables.getItemOrNullObject(after).load('name'),
      name: workbook.names.getItemOrNullObject(after).load('name'),
    };
  });
  return {
    before: !found.before.isNullObject,
    after: !found.after.isNullObject,
    taken: !found.table.isNullObject || !found.name.isNullObject,
  };
}

function leave({ sheet, before }: RenameTableStep, reason: string): Changed {
  return { inverse: null, skipped: { sheet, address: before, reason } };
}
