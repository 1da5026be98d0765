import type { Ledger } from '../core/ledger/Ledger';
import type { Receipt } from '../core/ledger/Receipt';
import { fail, succeed, type Result } from '../core/Result';
import type { SyncStep } from '../core/sync/SyncPlan';
import { readInverse } from './ledger/readInverse';
import { readLedger } from './ledger/readLedger';
import { rememberUndo } from './ledger/rememberUndo';
import type { ReceiptHead } from './ledger/rememberSync';
import type { FileEditor, FileOutcome } from './ports/FileEditor';
import type { Packer } from './ports/Packer';
import type { FileMemory } from './ports/WorkbookMemory';

/** What is to be taken back, and how. */
export interface UndoWish {
  /** The id of its receipt; the last sync that can be undone when absent. */
  readonly receipt?: string | undefined;
  /** Whether cells that hold something else by now are written over. */
  readonly force: boolean;
  readonly onlyPlan: boolean;
}

/** What an undo did, or would do. */
export interface FileUndo {
  /** Of what was taken back. */
  readonly receipt: Receipt;
  readonly steps: readonly SyncStep[];
  readonly outcome: FileOutcome;
  /** The file with its receipt; null where it was only planned, or nothing could be taken back. */
  readonly bytes: Uint8Array | null;
  /** The id of the undo's own receipt, where one is written. */
  readonly undoneBy: string;
  /** Whether the workbook still knows its base. */
  readonly base: 'kept' | 'lost';
}

/** What edits a file and what it remembers. */
export interface UndoTools {
  readonly edit: FileEditor;
  readonly openMemory: (bytes: Uint8Array) => Result<FileMemory>;
  readonly packer: Packer;
}

/**
 * Takes back what a receipt in a workbook file tells of; writes no file. Cells that no longer hold what was written are left and listed. The
 * undo has a receipt of its own, so that it can be taken back as well. Failures are `no-undo` and those of the memory and of the editor.
 */
export async function undoFile(bytes: Uint8Array, wish: UndoWish, tools: UndoTools, head: ReceiptHead): Promise<Result<FileUndo>> {
  const opened = tools.openMemory(bytes);
  if (!opened.ok) return opened;
  const ledger = await readLedger(opened.value);
  if (!ledger.ok) return ledger;
  const chosen = chooseReceipt(ledger.value, wish.receipt);
  if (!chosen.ok) return chosen;
  const receipt = chosen.value;
  const steps = await readInverse(opened.value, tools.packer, receipt.id);
  if (!steps.ok) return steps;
  const outcome = tools.edit(bytes, steps.value, { overwrite: wish.force });
  if (!outcome.ok) return outcome;
  const undo = { receipt, steps: steps.value, outcome: outcome.value, undoneBy: head.id };
  const isInVain = outcome.value.inverse.length === 0 && outcome.value.skipped.length > 0;
  if (wish.onlyPlan || isInVain) return succeed({ ...undo, bytes: null, base: 'kept' });
  const memory = tools.openMemory(outcome.value.bytes);
  if (!memory.ok) return memory;
  const base = await rememberUndo(memory.value, tools.packer, receipt, outcome.value, head);
  if (!base.ok) return base;
  const saved = memory.value.save();
  return saved.ok ? succeed({ ...undo, bytes: saved.value, base: base.value }) : saved;
}

function chooseReceipt({ receipts }: Ledger, id: string | undefined): Result<Receipt> {
  const undoable = receipts.filter((receipt) => receipt.undoable && receipt.undoneBy === null);
  const ids = undoable.map((receipt) => receipt.id).join(', ');
  const instead = ids === '' ? '' : ` These can be taken back, by --receipt: ${ids}.`;
  if (id === undefined) {
    const last = undoable.findLast(({ action }) => action !== 'undo');
    return last === undefined
      ? fail('no-undo', `This workbook remembers no sync that can be undone. Nothing was changed.${instead}`)
      : succeed(last);
  }
  const found = receipts.find((receipt) => receipt.id === id);
  if (found === undefined) return fail('no-undo', `This workbook remembers no receipt ${id}. Nothing was changed.${instead}`);
  if (found.undoneBy !== null)
    return fail('no-undo', `What receipt ${id} tells of was undone already, by ${found.undoneBy}. Nothing was changed.${instead}`);
  return found.undoable
    ? succeed(found)
    : fail('no-undo', `This workbook does not keep what it takes to undo receipt ${id}. Nothing was changed.${instead}`);
}
