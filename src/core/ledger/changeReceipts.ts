import type { Ledger } from './Ledger';
import type { Receipt } from './Receipt';

/** The ledger with one more receipt, or with this one in place of the one with its id. */
export function withReceipt(ledger: Ledger, receipt: Receipt): Ledger {
  const isKnown = ledger.receipts.some(({ id }) => id === receipt.id);
  return {
    ...ledger,
    receipts: isKnown ? ledger.receipts.map((each) => (each.id === receipt.id ? receipt : each)) : [...ledger.receipts, receipt],
  };
}

/** The ledger in which one receipt is taken back by another. */
export function withUndone(ledger: Ledger, id: string, undoneBy: string): Ledger {
  return {
    ...ledger,
    receipts: ledger.receipts.map((receipt) => (receipt.id === id ? { ...receipt, undoneBy, undoable: false } : receipt)),
  };
}
