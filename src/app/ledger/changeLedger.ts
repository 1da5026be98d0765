import type { Ledger } from '../../core/ledger/Ledger';
import { succeed, type Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { LEDGER } from './namespaces';
import { readLedger } from './readLedger';
import { toRememberedJson } from './rememberedJson';

/**
 * Changes the ledger of a workbook and gives it as it then is; nothing is left of one that is empty. What cannot be read is not written
 * over: that is a failure, and nothing is changed.
 */
export async function changeLedger(memory: WorkbookMemory, change: (ledger: Ledger) => Ledger): Promise<Result<Ledger>> {
  const read = await readLedger(memory);
  if (!read.ok) return read;
  const ledger = change(read.value);
  const isEmpty = ledger.decisions.length === 0 && ledger.receipts.length === 0;
  const written = isEmpty ? await memory.remove(LEDGER) : await memory.write(LEDGER, toRememberedJson(ledger));
  return written.ok ? succeed(ledger) : written;
}
