import { EMPTY_LEDGER, type Ledger } from '../../core/ledger/Ledger';
import { succeed, type Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { ledgerSchema } from './ledgerSchema';
import { LEDGER } from './namespaces';
import { fromRememberedJson } from './rememberedJson';

/** The ledger that a workbook remembers, an empty one where it has none. The failures `damaged` and `newer` leave it as it is. */
export async function readLedger(memory: WorkbookMemory): Promise<Result<Ledger>> {
  const text = await memory.read(LEDGER);
  if (!text.ok) return text;
  return text.value === null
    ? succeed(EMPTY_LEDGER)
    : fromRememberedJson<Ledger>(text.value, ledgerSchema, 'tieout.ledger', 'The decisions and receipts');
}
