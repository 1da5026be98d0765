import { z } from 'zod';
import type { SyncStep } from '../core/sync/SyncPlan';
import { syncStepsSchema } from './ledger/syncStepsSchema';

/** What `tieout undo --json` prints. */
export const undoneSchema = z
  .strictObject({
    schema: z.literal('tieout.undone/1'),
    /** Of what was taken back. */
    receipt: z.string(),
    /** The receipt of the undo itself; null when nothing was written. */
    undoneBy: z.string().nullable(),
    out: z.string().nullable(),
    /** In the order to run them; addresses are those of the workbook when the step runs. */
    steps: syncStepsSchema as z.ZodType<readonly SyncStep[]>,
    cells: z.number().int().nonnegative(),
    /** Cells that hold something else by now and were left alone. */
    skipped: z.array(z.strictObject({ sheet: z.string(), address: z.string(), reason: z.string() }).readonly()).readonly(),
    /** Whether the workbook still knows the official version that it agrees with. */
    base: z.enum(['kept', 'lost']),
    signatureBroken: z.boolean(),
  })
  .readonly();

export type UndoneJson = z.infer<typeof undoneSchema>;
