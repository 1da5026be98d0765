import { withUndone } from '../../core/ledger/changeReceipts';
import type { Ledger } from '../../core/ledger/Ledger';
import type { Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { changeLedger } from './changeLedger';
import { beforeNamespace, undoNamespace } from './namespaces';

/** Remembers that one receipt was taken back by another, and forgets the steps for it. Gives the ledger as it then is. */
export async function markUndone(memory: WorkbookMemory, id: string, undoneBy: string): Promise<Result<Ledger>> {
  const marked = await changeLedger(memory, (ledger) => withUndone(ledger, id, undoneBy));
  if (!marked.ok) return marked;
  for (const namespace of [undoNamespace(id), beforeNamespace(id)]) {
    const removed = await memory.remove(namespace);
    if (!removed.ok) return removed;
  }
  return marked;
}
