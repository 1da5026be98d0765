import { MAX_COLUMN, MAX_ROW, type CellRange } from '../../core/workbook/Address';
import type { Span } from '../../core/workbook/Snapshot';

export type LineAxis = 'row' | 'column';

/** Whole rows or columns put in before `at`, or taken out from `at` on. */
export interface LineShift {
  readonly kind: 'insert' | 'delete';
  readonly axis: LineAxis;
  readonly at: number;
  readonly count: number;
}

/** How many lines a sheet has on an axis. */
export function lineLimit(axis: LineAxis): number {
  return axis === 'row' ? MAX_ROW : MAX_COLUMN;
}

/** Where a line stands after the shift; null when it was deleted or pushed off the sheet. */
export function shiftLine(line: number, shift: LineShift): number | null {
  if (line < shift.at) return line;
  if (shift.kind === 'delete') return line < shift.at + shift.count ? null : line - shift.count;
  const moved = line + shift.count;
  return moved > lineLimit(shift.axis) ? null : moved;
}

/** Where a run of lines stands after the shift: it grows or shrinks by what happens inside; null when all of it is gone. */
export function shiftSpan(span: Span, shift: LineShift): Span | null {
  const limit = lineLimit(shift.axis);
  if (shift.kind === 'insert') {
    const first = span.first >= shift.at ? span.first + shift.count : span.first;
    const last = span.last >= shift.at ? Math.min(limit, span.last + shift.count) : span.last;
    return first > limit ? null : { first, last };
  }
  const end = shift.at + shift.count - 1;
  const before = (line: number) => Math.max(0, Math.min(line, end) - shift.at + 1);
  const first = span.first - before(span.first - 1);
  const last = span.last === limit ? limit : span.last - before(span.last);
  return last < first || (span.first >= shift.at && span.last <= end) ? null : { first, last };
}

/** Where a range stands after the shift; null when all of it is gone. */
export function shiftRange(range: CellRange, shift: LineShift): CellRange | null {
  if (shift.axis === 'row') {
    const span = shiftSpan({ first: range.firstRow, last: range.lastRow }, shift);
    return span && { ...range, firstRow: span.first, lastRow: span.last };
  }
  const span = shiftSpan({ first: range.firstColumn, last: range.lastColumn }, shift);
  return span && { ...range, firstColumn: span.first, lastColumn: span.last };
}

/** True when the shift would tear the range apart instead of moving, or removing, the whole of it. */
export function cutsThrough(range: CellRange, shift: LineShift): boolean {
  const [first, last] = shift.axis === 'row' ? [range.firstRow, range.lastRow] : [range.firstColumn, range.lastColumn];
  if (shift.kind === 'insert') return shift.at > first && shift.at <= last;
  const end = shift.at + shift.count - 1;
  const touches = shift.at <= last && end >= first;
  return touches && !(shift.at <= first && end >= last);
}
