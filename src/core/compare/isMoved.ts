import type { Difference } from './Difference';

/** True for rows or columns that both workbooks have and that stand elsewhere in the other. */
export function isMoved({ kind, official, local }: Difference): boolean {
  return (kind === 'row' || kind === 'column') && official !== null && local !== null;
}
