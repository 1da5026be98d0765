import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Failure } from '../../core/Result';
import type { Requests } from './Requests';

/** Whether steps of a plan are run, or those that take them back. */
export type Purpose = 'sync' | 'undo';

/** Why nothing may be changed, and which sheets of an undo are no longer there. */
export interface Refusal {
  readonly failure: Failure | null;
  readonly gone: ReadonlySet<string>;
}

/** Looks for sheets that are gone or protected, right before, for that may have come about since the plan. Throws an OfficeProblem. */
export async function whyNot(requests: Requests, steps: readonly SyncStep[], purpose: Purpose): Promise<Refusal> {
  const added = new Set(steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet] : [])));
  const touched = [...new Set(steps.flatMap((step) => sheetOf(step) ?? []))].filter((sheet) => !added.has(sheet));
  const found = await requests.send(({ workbook }) => ({
    workbook: workbook.protection.load('protected'),
    sheets: touched.map((sheet) => workbook.worksheets.getItemOrNullObject(sheet).load('name,protection/protected')),
  }));
  const gone = touched.filter((_, index) => found.sheets[index]!.isNullObject);
  const locked = touched.filter((_, index) => !found.sheets[index]!.isNullObject && found.sheets[index]!.protection.protected);
  const sheets = steps.some(({ kind }) => kind === 'addSheet' || kind === 'deleteSheet' || kind === 'setVisibility');
  const refuse = (code: string, message: string): Refusal => ({ failure: { code, message }, gone: new Set() });
  if (gone.length > 0 && purpose === 'sync') {
    return refuse('not-found', `The sheet ${gone.join(', ')} is no longer there. Nothing was changed. Compare again.`);
  }
  if (locked.length > 0) {
    return refuse('protected', `The sheet ${locked.join(', ')} is protected. Nothing was changed. Unprotect it under Review, then retry.`);
  }
  if (found.workbook.protected && sheets) {
    return refuse('protected', 'The structure of this workbook is protected. Nothing was changed. Unprotect it under Review, then retry.');
  }
  return { failure: null, gone: new Set(gone) };
}

/** The sheet that a step changes; null where that is the workbook. */
export function sheetOf(step: SyncStep): string | null {
  return 'sheet' in step ? step.sheet : step.scope;
}
