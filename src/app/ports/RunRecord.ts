import type { Receipt } from '../../core/ledger/Receipt';

/** What is to be remembered of a run: the receipt of a sync, but for what is known only when it is done; or the receipt that an undo takes back. */
export type RunRecord =
  | { readonly kind: 'sync'; readonly receipt: Pick<Receipt, 'official' | 'taken' | 'kept' | 'refused' | 'headlines'> }
  | { readonly kind: 'undo'; readonly of: string };
