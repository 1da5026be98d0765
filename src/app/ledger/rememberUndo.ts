import type { Receipt } from '../../core/ledger/Receipt';
import { succeed, type Result } from '../../core/Result';
import type { Packer } from '../ports/Packer';
import type { ApplyOutcome } from '../ports/WorkbookHost';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { addReceipt } from './addReceipt';
import { bringBaseBack } from './bringBaseBack';
import { keepBaseBefore } from './keepBaseBefore';
import { markUndone } from './markUndone';
import { BASE } from './namespaces';
import { readLedger } from './readLedger';
import type { ReceiptHead } from './rememberSync';

/**
 * Remembers that what a receipt tells of was taken back: by a receipt of its own, with what takes that back in turn, and with the base from
 * before. Taking back an undo is a sync again. Says whether the workbook still knows its base.
 */
export async function rememberUndo(
  memory: WorkbookMemory,
  packer: Packer,
  receipt: Receipt,
  outcome: Pick<ApplyOutcome, 'cells' | 'skipped' | 'inverse'>,
  head: ReceiptHead,
): Promise<Result<'kept' | 'lost'>> {
  const ledger = await readLedger(memory);
  if (!ledger.ok) return ledger;
  const before = await memory.read(BASE);
  if (!before.ok) return before;
  const base = await bringBaseBack(memory, receipt);
  if (!base.ok) return base;
  const marked = await markUndone(memory, receipt.id, head.id);
  if (!marked.ok) return marked;
  const now = await memory.read(BASE);
  if (!now.ok) return now;
  if (now.value !== before.value) {
    const kept = await keepBaseBefore(memory, head.id, before.value);
    if (!kept.ok) return kept;
  }
  const isRedo = receipt.action === 'undo';
  const redone = isRedo ? ledger.value.receipts.find(({ undoneBy }) => undoneBy === receipt.id) : undefined;
  const added = await addReceipt(
    memory,
    packer,
    {
      ...head,
      action: isRedo ? 'sync' : 'undo',
      official: receipt.official,
      cells: outcome.cells,
      taken: redone?.taken ?? 0,
      kept: redone?.kept ?? 0,
      refused: outcome.skipped.length,
      headlines: receipt.headlines.map((headline) => ({
        ...headline,
        before: headline.after,
        // Where cells were left, nobody calculated what it comes to.
        after: outcome.skipped.length === 0 ? headline.before : null,
      })),
    },
    outcome.inverse,
  );
  return added.ok ? succeed(base.value) : added;
}
