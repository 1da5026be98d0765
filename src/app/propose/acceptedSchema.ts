import { z } from 'zod';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { syncStepsSchema } from '../ledger/syncStepsSchema';
import { proposalSchema } from './proposalSchema';

const count = z.number().int().nonnegative();
const ids = z.array(z.string()).readonly();

/** What `tieout accept --json` prints. */
export const acceptedSchema = z
  .strictObject({
    schema: z.literal('tieout.accepted/1'),
    official: z.strictObject({ name: z.string(), sha256: z.string().nullable() }).readonly(),
    proposal: z.strictObject({ author: z.string(), team: z.string(), at: z.string() }).readonly(),
    /** Where the result was written; null when it was only planned. */
    out: z.string().nullable(),
    /** By what `tieout undo` knows it; null where no cell was written. */
    receipt: z.string().nullable(),
    /** Offers that official holds now, those that were declined, and those that were asked for in vain. */
    taken: ids,
    declined: ids,
    left: z.array(z.strictObject({ id: z.string(), reason: z.string() }).readonly()).readonly(),
    effect: proposalSchema.shape.effect.readonly(),
    steps: syncStepsSchema as z.ZodType<readonly SyncStep[]>,
    cells: z.strictObject({ planned: count, written: count.nullable() }).readonly(),
    /** Cells that were not as planned and were left alone. */
    skipped: z.array(z.strictObject({ sheet: z.string(), address: z.string(), reason: z.string() }).readonly()).readonly(),
    signatureBroken: z.boolean(),
  })
  .readonly();

export type AcceptedJson = z.infer<typeof acceptedSchema>;
