import { withReceipt } from '../../core/ledger/changeReceipts';
import type { Ledger } from '../../core/ledger/Ledger';
import type { Receipt } from '../../core/ledger/Receipt';
import { fail, type Result } from '../../core/Result';
import type { Packer } from '../ports/Packer';
import type { ApplyOutcome } from '../ports/WorkbookHost';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { changeLedger } from './changeLedger';
import { undoNamespace } from './namespaces';
import { readInverse } from './readInverse';
import { readLedger } from './readLedger';
import { toRememberedJson } from './rememberedJson';

/**
 * Remembers that cells which an undo had left were taken back after all: the undo's receipt tells of both, and taking it back brings all of
 * it back. Gives the ledger as it then is; the failure `no-undo` means that the workbook does not know that undo.
 */
export async function rememberForced(
  memory: WorkbookMemory,
  packer: Packer,
  undo: string,
  outcome: Pick<ApplyOutcome, 'cells' | 'skipped' | 'inverse'>,
): Promise<Result<Ledger>> {
  const ledger = await readLedger(memory);
  if (!ledger.ok) return ledger;
  const receipt = ledger.value.receipts.find(({ id }) => id === undo);
  if (receipt === undefined) return fail('no-undo', 'This workbook does not remember that undo any more.');
  if (receipt.undoable) {
    const before = await readInverse(memory, packer, undo);
    if (!before.ok) return before;
    const steps = [...outcome.inverse, ...before.value];
    const kept = await memory.write(undoNamespace(undo), packer.packText(toRememberedJson({ schema: 'tieout.undo/1', steps })));
    if (!kept.ok) return kept;
  }
  const refused = Math.max(outcome.skipped.length, receipt.refused - outcome.cells);
  const undone = ledger.value.receipts.find(({ undoneBy }) => undoneBy === undo);
  return changeLedger(memory, (now) =>
    withReceipt(now, {
      ...receipt,
      cells: receipt.cells + outcome.cells,
      refused,
      // Where nothing is left, the headlines are what they were.
      headlines:
        refused > 0 ? receipt.headlines : receipt.headlines.map((headline) => ({ ...headline, after: beforeOf(undone, headline) })),
    }),
  );
}

function beforeOf(undone: Receipt | undefined, { name, after }: Receipt['headlines'][number]): number | null {
  return undone?.headlines.find((headline) => headline.name === name)?.before ?? after;
}
