import type { Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import type { BaseBefore } from './beforeSchema';
import { beforeNamespace } from './namespaces';
import { readLedger } from './readLedger';
import { toRememberedJson } from './rememberedJson';

/** So many of the last receipts keep the base from before, each of which is as large as a base. */
const MOST = 3;

/**
 * Keeps a base with the receipt of what puts another in its place (null: there was none), so that an undo brings it back. Only the last few
 * receipts keep theirs.
 */
export async function keepBaseBefore(memory: WorkbookMemory, receipt: string, base: string | null): Promise<Result<null>> {
  const ledger = await readLedger(memory);
  if (!ledger.ok) return ledger;
  const write = (id: string, before: Omit<BaseBefore, 'schema'>): Promise<Result<null>> =>
    memory.write(beforeNamespace(id), toRememberedJson({ schema: 'tieout.before/1', ...before } satisfies BaseBefore));
  const keepers: string[] = [];
  for (const { id } of ledger.value.receipts) {
    const kept = await memory.read(beforeNamespace(id));
    if (!kept.ok) return kept;
    if (kept.value !== null && id !== receipt) keepers.push(id);
  }
  for (const id of keepers.slice(0, Math.max(0, keepers.length - MOST + 1))) {
    const dropped = await write(id, {});
    if (!dropped.ok) return dropped;
  }
  const kept = await write(receipt, { base });
  return kept.ok || kept.failure.code !== 'too-large' ? kept : write(receipt, {});
}
