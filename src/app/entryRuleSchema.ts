import type { EntryRule, RuleManner } from '../core/workbook/EntryRule';
import { z } from 'zod';

/** How Excel asks for an entry, as JSON has it. */
const ruleMannerSchema = z.strictObject({
  dropDown: z.boolean(),
  prompt: z.strictObject({ show: z.boolean(), title: z.string(), message: z.string() }),
  alert: z.strictObject({
    show: z.boolean(),
    style: z.enum(['stop', 'warning', 'information']),
    title: z.string(),
    message: z.string(),
  }),
}) satisfies z.ZodType<RuleManner>;

/** Which entries cells permit, as JSON has it. */
export const entryRuleSchema = z.strictObject({
  type: z.string(),
  operator: z.string(),
  formula1: z.string(),
  formula2: z.string(),
  allowBlank: z.boolean(),
  manner: ruleMannerSchema.exactOptional(),
}) satisfies z.ZodType<EntryRule>;
