import type { EntryRule } from '../../core/workbook/EntryRule';
import { sameRule } from '../../core/sync/sameRule';
import { invertStep } from '../../core/sync/invertStep';
import type { RuleStep } from '../../core/sync/SyncPlan';
import { stringifyRange } from '../../core/workbook/Address';
import type { Around, Changed } from './Around';
import type { Requests } from './Requests';
import { sendStep } from './sendStep';
import { fromOfficeRule, toOfficeManner, toOfficeRule } from './ruleProtocol';

const OTHER = 'These cells no longer permit what they permitted when the workbooks were compared, so their rule was left as it is.';

/** Lets cells permit other entries, as `changeStructure` runs any step: only where they still permit what the step expects. */
export async function setRule(requests: Requests, step: RuleStep, around: Around): Promise<Changed> {
  const held = await readRule(requests, step);
  if (held !== undefined && sameRule(held, step.after)) return { inverse: invertStep(step, { rule: held }) as RuleStep, skipped: null };
  const isExpected = step.before === undefined || (held !== undefined && sameRule(held, step.before));
  if (!isExpected) return { inverse: null, skipped: { sheet: step.sheet, address: stringifyRange(step.range), reason: OTHER } };
  const { after } = step;
  return sendStep(requests, invertStep(step, { rule: held ?? null }) as RuleStep, around, (context) => {
    const validation = validationOf(context, step);
    if (after === null) {
      validation.clear();
      return;
    }
    validation.rule = toOfficeRule(after, held ?? null);
    validation.ignoreBlanks = after.allowBlank;
    const manner = after.manner ?? held?.manner;
    if (manner) validation.set(toOfficeManner(manner));
  });
}

/** Whether the cells of a step permit just that. Throws an OfficeProblem. */
export async function isRuleOf(requests: Requests, step: RuleStep, rule: EntryRule | null): Promise<boolean> {
  const now = await readRule(requests, step);
  return now !== undefined && sameRule(now, rule);
}

async function readRule(requests: Requests, step: RuleStep): Promise<EntryRule | null | undefined> {
  return fromOfficeRule(await requests.send((context) => validationOf(context, step).load('type,rule,ignoreBlanks,prompt,errorAlert')));
}

function validationOf({ workbook }: Excel.RequestContext, { sheet, range }: RuleStep): Excel.DataValidation {
  return workbook.worksheets.getItem(sheet).getRange(stringifyRange(range)).dataValidation;
}
