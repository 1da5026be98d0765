/** Under these a workbook remembers what Tieout keeps in it. */
export const TIEOUT = 'urn:tieout:';
export const LEDGER = 'urn:tieout:ledger:1';
export const BASE = 'urn:tieout:base:1';
/** What official's owner answered to proposals. */
export const ANSWERS = 'urn:tieout:answers:1';
const UNDO = 'urn:tieout:undo:1:';
const BEFORE = 'urn:tieout:before:1:';

/** Where the steps are kept that take the sync of a receipt back. */
export function undoNamespace(receipt: string): string {
  return UNDO + encodeURIComponent(receipt);
}

/** Where the base is kept that a sync, or an undo, put another in place of. */
export function beforeNamespace(receipt: string): string {
  return BEFORE + encodeURIComponent(receipt);
}
