import type { Receipt } from '../../core/ledger/Receipt';
import { succeed, type Result } from '../../core/Result';
import { MOVED, STAYS } from '../../core/sync/chooseDifferences';
import type { Packer } from '../ports/Packer';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import type { FileSync } from '../syncFile';
import { addReceipt } from './addReceipt';
import { keepBaseBefore } from './keepBaseBefore';
import { BASE } from './namespaces';
import { rememberBase } from './rememberBase';

/** Who did something when, and what it is known by. */
export type ReceiptHead = Pick<Receipt, 'id' | 'at' | 'by'>;

/**
 * Remembers a sync that was run: its receipt with what takes it back, and official as it is now as the base, so that what was kept is local's
 * change from then on. Where something that was asked for could not be done, or waits for a decision, the base stays the one before: with
 * official as it is now, what is still to come would look like local's own change and be left out of every sync to come.
 */
export async function rememberSync(memory: WorkbookMemory, packer: Packer, sync: FileSync, head: ReceiptHead): Promise<Result<null>> {
  const { compared, outcome } = sync;
  const { name, sha256 } = compared.comparison.official;
  // Before the receipt, which is not there to be undone where this fails.
  if (sync.agreed) {
    const before = await memory.read(BASE);
    if (!before.ok) return before;
    const kept = await keepBaseBefore(memory, head.id, before.value);
    if (!kept.ok) return kept;
    const remembered = await rememberBase(memory, packer, { title: name, version: null, sha256, at: head.at }, compared.official);
    if (!remembered.ok) return remembered;
  }
  const added = await addReceipt(memory, packer, receiptOf(sync, head), outcome?.inverse ?? null);
  return added.ok ? succeed(null) : added;
}

function receiptOf({ compared, plan, taken, outcome }: FileSync, head: ReceiptHead): Omit<Receipt, 'undoable' | 'undoneBy'> {
  const { official, differences } = compared.comparison;
  const asked = plan.refused.filter(({ reason }) => reason !== STAYS && reason !== MOVED);
  const done = new Set([...taken, ...asked.map(({ difference }) => difference)]);
  return {
    ...head,
    action: 'sync',
    official: { name: official.name, version: null, sha256: official.sha256 },
    cells: outcome?.cells ?? 0,
    taken: taken.length,
    kept: differences.filter(({ id, role }) => role === 'cause' && !done.has(id)).length,
    refused: asked.length,
    headlines: (plan.headlines ?? []).map(({ name, before, after, official: theirs }) => ({ name, before, after, official: theirs })),
  };
}
