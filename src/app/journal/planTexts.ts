import { z } from 'zod';
import { succeed, type Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { fromRememberedJson, toRememberedJson } from '../ledger/rememberedJson';
import { receiptSchema } from '../ledger/ledgerSchema';
import { syncStepsSchema } from '../ledger/syncStepsSchema';
import type { Packer } from '../ports/Packer';
import type { RunRecord } from '../ports/RunRecord';

/** What a run is to do, so that it can be gone on with after a crash. */
export interface RunPlan {
  readonly steps: readonly SyncStep[];
  /** How many parts it is done in: where Tieout would cut it otherwise by now, nobody could tell where it broke off. */
  readonly batches: number;
  /** What is to be remembered of it once it is done. */
  readonly record: RunRecord | null;
}

const planSchema = z.strictObject({
  schema: z.literal('tieout.journal-plan/1'),
  steps: syncStepsSchema,
  batches: z.int().positive(),
  record: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('sync'),
        receipt: receiptSchema.pick({ official: true, taken: true, kept: true, refused: true, headlines: true }),
      }),
      z.strictObject({ kind: z.literal('undo'), of: z.string() }),
    ])
    .nullable(),
});

/** The letters that a plan may take: more would make the request that begins a run too large. */
const MOST = 2_000_000;

/** What a run is to do as a workbook keeps it; null where it is too large to be kept. */
export function toPlanText(packer: Packer, plan: RunPlan): string | null {
  const text = packer.packText(toRememberedJson({ schema: 'tieout.journal-plan/1', ...plan }));
  return text.length > MOST ? null : text;
}

/** What a run is to do; the failures are `damaged` and `newer`. */
export function fromPlanText(packer: Packer, packed: string): Result<RunPlan> {
  const text = packer.unpackText(packed);
  if (!text.ok) return text;
  const read = fromRememberedJson<z.infer<typeof planSchema>>(
    text.value,
    planSchema,
    'tieout.journal-plan',
    'The plan of an interrupted sync',
  );
  return read.ok ? succeed(read.value) : read;
}
