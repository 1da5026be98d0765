import { withReceipt } from '../../core/ledger/changeReceipts';
import type { Ledger } from '../../core/ledger/Ledger';
import type { Receipt } from '../../core/ledger/Receipt';
import type { Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Packer } from '../ports/Packer';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { changeLedger } from './changeLedger';
import { undoNamespace } from './namespaces';
import { toRememberedJson } from './rememberedJson';

/**
 * Remembers a receipt with the steps that take back what it tells of, null where nothing can. Where the steps cannot be kept the receipt
 * is, and says so. Gives the ledger as it then is.
 */
export async function addReceipt(
  memory: WorkbookMemory,
  packer: Packer,
  receipt: Omit<Receipt, 'undoable' | 'undoneBy'>,
  inverse: readonly SyncStep[] | null,
): Promise<Result<Ledger>> {
  const add = (undoable: boolean): Promise<Result<Ledger>> =>
    changeLedger(memory, (ledger) => withReceipt(ledger, { ...receipt, undoneBy: null, undoable }));
  const added = await add(false);
  if (!added.ok || inverse === null) return added;
  const kept = await memory.write(
    undoNamespace(receipt.id),
    packer.packText(toRememberedJson({ schema: 'tieout.undo/1', steps: inverse })),
  );
  return kept.ok ? add(true) : added;
}
