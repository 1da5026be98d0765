import { columnName, MAX_COLUMN, MAX_ROW, stringifyRange, type CellRange } from '../workbook/Address';
import type { ShiftStep } from './SyncPlan';

/** What a step puts in or takes out: rows `5:7`, columns `C:D`, or cells `J285:K552`. */
export function shiftedAddress(step: ShiftStep): string {
  if (step.across) return stringifyRange(shiftedRange(step));
  const { axis, at, count } = step;
  const last = at + count - 1;
  return axis === 'row' ? `${at}:${last}` : `${columnName(at)}:${columnName(last)}`;
}

/** The cells of what a step puts in or takes out; whole lines reach from one edge of the sheet to the other. */
export function shiftedRange({ axis, at, count, across }: ShiftStep): CellRange {
  const last = at + count - 1;
  return axis === 'row'
    ? { firstRow: at, lastRow: last, firstColumn: across?.first ?? 1, lastColumn: across?.last ?? MAX_COLUMN }
    : { firstRow: across?.first ?? 1, lastRow: across?.last ?? MAX_ROW, firstColumn: at, lastColumn: last };
}
