import type { Decision } from './Decision';
import type { Receipt } from './Receipt';

/** What a workbook remembers of what was decided about it and done to it. JSON-safe. */
export interface Ledger {
  readonly schema: 'tieout.ledger/1';
  readonly decisions: readonly Decision[];
  /** In the order of what happened. */
  readonly receipts: readonly Receipt[];
}

/** The ledger of a workbook about which nothing was decided yet. */
export const EMPTY_LEDGER: Ledger = { schema: 'tieout.ledger/1', decisions: [], receipts: [] };
