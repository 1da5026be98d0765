import { z } from 'zod';
import { fail, succeed, type Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Packer } from '../ports/Packer';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { undoNamespace } from './namespaces';
import { fromRememberedJson } from './rememberedJson';
import { syncStepsSchema } from './syncStepsSchema';

const undoSchema = z.strictObject({ schema: z.literal('tieout.undo/1'), steps: syncStepsSchema });

/** The steps that take back the sync of a receipt; the failures are `no-undo`, `damaged` and `newer`. */
export async function readInverse(memory: WorkbookMemory, packer: Packer, receipt: string): Promise<Result<readonly SyncStep[]>> {
  const packed = await memory.read(undoNamespace(receipt));
  if (!packed.ok) return packed;
  if (packed.value === null) return fail('no-undo', 'This workbook does not keep what it takes to undo that sync. Nothing was changed.');
  const text = packer.unpackText(packed.value);
  if (!text.ok) return text;
  const read = fromRememberedJson<z.infer<typeof undoSchema>>(text.value, undoSchema, 'tieout.undo', 'The steps of an undo');
  return read.ok ? succeed(read.value.steps) : read;
}
