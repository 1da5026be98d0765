import { z } from 'zod';
import type { RuleManner } from '../core/workbook/Snapshot';

/** How Excel asks for an entry, as JSON has it. */
export const ruleMannerSchema = z.strictObject({
  dropDown: z.boolean(),
  prompt: z.strictObject({ show: z.boolean(), title: z.string(), message: z.string() }),
  alert: z.strictObject({
    show: z.boolean(),
    style: z.enum(['stop', 'warning', 'information']),
    title: z.string(),
    message: z.string(),
  }),
}) satisfies z.ZodType<RuleManner>;
