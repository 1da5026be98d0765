import { columnName, stringifyRange } from '../workbook/Address';
import type { ShiftStep } from './SyncPlan';

/** What a step puts in or takes out: rows `5:7`, columns `C:D`, or cells `J285:K552`. */
export function shiftedAddress({ axis, at, count, across }: ShiftStep): string {
  const last = at + count - 1;
  if (!across) return axis === 'row' ? `${at}:${last}` : `${columnName(at)}:${columnName(last)}`;
  return stringifyRange(
    axis === 'row'
      ? { firstRow: at, lastRow: last, firstColumn: across.first, lastColumn: across.last }
      : { firstRow: across.first, lastRow: across.last, firstColumn: at, lastColumn: last },
  );
}
