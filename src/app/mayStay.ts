import type { Difference } from '../core/compare/Difference';
import { stillKind } from './verdict';

/**
 * Whether a workbook agrees with an official version though this is left after a sync with it: it moves no number, as notes, formats and what a
 * sheet is called do, or it only follows, or waits for Excel to calculate.
 */
export function mayStay(difference: Difference): boolean {
  const { kind, role, official, local } = difference;
  const isRenamed = kind === 'sheet' && official !== null && local !== null;
  return role !== 'cause' || isRenamed || stillKind(difference) !== null;
}
