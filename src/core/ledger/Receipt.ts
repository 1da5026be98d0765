/** The record of one comparison, sync, merge or undo. */
export interface Receipt {
  readonly id: string;
  /** An ISO time. */
  readonly at: string;
  readonly by: string;
  readonly action: 'sync' | 'undo' | 'compare' | 'merge';
  readonly official: { readonly name: string; readonly version: string | null; readonly sha256: string | null };
  /** How many cells were written. */
  readonly cells: number;
  /** How many differences were taken from official, kept as they were, and asked for in vain. */
  readonly taken: number;
  readonly kept: number;
  readonly refused: number;
  readonly headlines: readonly ReceiptHeadline[];
  /** The receipt of the undo that took it back. */
  readonly undoneBy: string | null;
  /** Whether the workbook remembers the steps that take it back. They are kept apart, so that the ledger stays small. */
  readonly undoable: boolean;
}

export interface ReceiptHeadline {
  readonly name: string;
  /** The number format of its cell. */
  readonly format: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly official: number | null;
}
