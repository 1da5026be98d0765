import type { SkippedCell } from '../../app/ports/WorkbookHost';
import type { Strings } from '../strings';

/** What was left as it was and why, a sentence each. */
export function sayLeft(skipped: readonly SkippedCell[], strings: Strings): readonly string[] {
  return skipped.map(({ sheet, address, reason }) => strings.notices.skipped(sheet, address, reason));
}
