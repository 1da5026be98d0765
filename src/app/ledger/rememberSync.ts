import type { Receipt } from '../../core/ledger/Receipt';
import type { Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Ledger } from '../../core/ledger/Ledger';
import type { Packer } from '../ports/Packer';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { addReceipt } from './addReceipt';
import { keepBaseBefore } from './keepBaseBefore';
import { BASE } from './namespaces';
import { rememberBase } from './rememberBase';

/** Who did something when, and what it is known by. */
export type ReceiptHead = Pick<Receipt, 'id' | 'at' | 'by'>;

/** A sync that was run. */
export interface RanSync {
  /** What its receipt tells. */
  readonly receipt: Pick<Receipt, 'official' | 'cells' | 'taken' | 'kept' | 'refused' | 'headlines'>;
  /** What takes it back; null where nothing can. */
  readonly inverse: readonly SyncStep[] | null;
  /** Official as it is now, packed, where local now agrees with it but for what is its own; null where something is still to come. */
  readonly agreed: string | null;
}

/**
 * Remembers a sync that was run: its receipt with what takes it back, and official as it is now as the base, so that what was kept is local's
 * change from then on. Where something that was asked for could not be done, or waits for a decision, the base stays the one before: with
 * official as it is now, what is still to come would look like local's own change and be left out of every sync to come.
 */
export async function rememberSync(memory: WorkbookMemory, packer: Packer, sync: RanSync, head: ReceiptHead): Promise<Result<Ledger>> {
  const { agreed, receipt } = sync;
  // Before the receipt, which is not there to be undone where this fails.
  if (agreed !== null) {
    const before = await memory.read(BASE);
    if (!before.ok) return before;
    const kept = await keepBaseBefore(memory, head.id, before.value);
    if (!kept.ok) return kept;
    const { name: title, version, sha256 } = receipt.official;
    const remembered = await rememberBase(memory, { title, version, sha256, at: head.at }, agreed);
    if (!remembered.ok) return remembered;
  }
  return addReceipt(memory, packer, { ...head, action: 'sync', ...receipt }, sync.inverse);
}
