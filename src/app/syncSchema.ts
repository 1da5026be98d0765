import { z } from 'zod';
import type { SyncStep } from '../core/sync/SyncPlan';
import { syncStepsSchema } from './ledger/syncStepsSchema';

const count = z.number().int().nonnegative();
const file = z.strictObject({ name: z.string(), sha256: z.string().nullable() }).readonly();

/** What `tieout sync --json` prints: the plan and, unless it was only planned, what became of it. */
export const syncSchema = z
  .strictObject({
    schema: z.literal('tieout.sync/1'),
    official: file,
    local: file,
    /** The official version that both come from; null where none was named or remembered. */
    base: file.nullable(),
    /** Where the result was written; null when it was only planned. */
    out: z.string().nullable(),
    /** By what `tieout undo` knows it; null where nothing was remembered. */
    receipt: z.string().nullable(),
    /** In the order to run them; addresses are those of the local workbook when the step runs. */
    steps: syncStepsSchema as z.ZodType<readonly SyncStep[]>,
    cells: z.strictObject({ planned: count, written: count.nullable() }).readonly(),
    headlines: z
      .array(z.strictObject({ name: z.string(), official: z.number(), before: z.number(), after: z.number().nullable() }).readonly())
      .readonly(),
    /** What was asked for and is not done, and what only local has and stays. */
    refused: z
      .array(
        z
          .strictObject({ difference: z.string(), sheet: z.string(), address: z.string(), reason: z.string(), asked: z.boolean() })
          .readonly(),
      )
      .readonly(),
    /** Official's formulas that fetch from, or send to, outside the workbook, each once where it is filled down, and whether it was allowed. */
    outside: z
      .array(
        z
          .strictObject({
            difference: z.string(),
            sheet: z.string(),
            address: z.string(),
            formula: z.string(),
            cells: count,
            allowed: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    /** What was decided and is therefore left: differences kept on purpose, or offered to official's owner. */
    kept: z
      .array(z.strictObject({ difference: z.string(), state: z.enum(['settled', 'proposed', 'stale']), reason: z.string() }).readonly())
      .readonly(),
    /** With a base: what both sides changed. */
    conflicts: z.array(z.string()).readonly(),
    /** Cells that were not as planned and were left alone. */
    skipped: z.array(z.strictObject({ sheet: z.string(), address: z.string(), reason: z.string() }).readonly()).readonly(),
    causes: z.strictObject({ before: count, after: count.nullable() }).readonly(),
    signatureBroken: z.boolean(),
  })
  .readonly();

export type SyncJson = z.infer<typeof syncSchema>;
