import { covers, type CellRange } from '../../core/workbook/Address';
import type { HostSheet } from './HostSheet';

/** Takes away the conditional formats whose ranges lie wholly within this one. */
export function clearConditionalFormats(sheet: HostSheet, range: CellRange): void {
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) => {
    const ranges = format.ranges.filter((other) => !covers(range, other));
    return ranges.length === 0 ? [] : [{ ...format, ranges }];
  });
}
