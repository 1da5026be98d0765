import { MAX_COLUMN, MAX_ROW, overlaps, type CellRange } from '../../core/workbook/Address';
import { cutLine, cutParts, cutSpan, type CutLines } from '../../core/workbook/cutLines';
import type { Span } from '../../core/workbook/Snapshot';

export type LineAxis = 'row' | 'column';

/** Whole rows or columns, or only their cells in some lines, put in before `at`, or taken out from `at` on; or whole ones cut and pasted. */
export type LineShift = LinesInOrOut | LineCut;

export interface LinesInOrOut {
  readonly kind: 'insert' | 'delete';
  readonly axis: LineAxis;
  readonly at: number;
  readonly count: number;
  /** The lines of the other axis in which cells move; all of them when absent. */
  readonly across?: Span | undefined;
}

/** Whole rows or columns cut and pasted over as many others from `to` on; blank ones stay behind. */
export interface LineCut extends CutLines {
  readonly kind: 'cut';
  readonly axis: LineAxis;
  readonly across?: undefined;
}

/** The shift that puts these cells in or takes them out, those behind moving down or up (`row`), or right or left (`column`). */
export function shiftOfCells(kind: LinesInOrOut['kind'], axis: LineAxis, range: CellRange): LinesInOrOut {
  const rows = { first: range.firstRow, last: range.lastRow };
  const columns = { first: range.firstColumn, last: range.lastColumn };
  const [lines, across] = axis === 'row' ? [rows, columns] : [columns, rows];
  const whole = { kind, axis, at: lines.first, count: lines.last - lines.first + 1 };
  return across.first === 1 && across.last === lineLimit(axis === 'row' ? 'column' : 'row') ? whole : { ...whole, across };
}

/** The cells that a shift puts in, takes out or cuts. */
export function shiftedCells({ axis, at, count, across }: LineShift): CellRange {
  const { first, last } = across ?? { first: 1, last: lineLimit(axis === 'row' ? 'column' : 'row') };
  return axis === 'row'
    ? { firstRow: at, lastRow: at + count - 1, firstColumn: first, lastColumn: last }
    : { firstRow: first, lastRow: last, firstColumn: at, lastColumn: at + count - 1 };
}

/** All cells that a shift puts in, takes out or moves. */
export function movingCells(shift: LineShift): CellRange {
  const cells = shiftedCells(shift);
  return shift.axis === 'row' ? { ...cells, lastRow: MAX_ROW } : { ...cells, lastColumn: MAX_COLUMN };
}

/** How many lines a sheet has on an axis. */
export function lineLimit(axis: LineAxis): number {
  return axis === 'row' ? MAX_ROW : MAX_COLUMN;
}

/** Where a line stands after the shift; null when it was deleted, pasted over or pushed off the sheet. */
export function shiftLine(line: number, shift: LineShift): number | null {
  if (shift.kind === 'cut') return cutLine(line, shift);
  if (line < shift.at) return line;
  if (shift.kind === 'delete') return line < shift.at + shift.count ? null : line - shift.count;
  const moved = line + shift.count;
  return moved > lineLimit(shift.axis) ? null : moved;
}

/** Where a run of lines stands after the shift: it grows or shrinks by what happens inside; null when all of it is gone. */
export function shiftSpan(span: Span, shift: LineShift): Span | null {
  if (shift.kind === 'cut') return cutSpan(span, shift);
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

/** Where a cell stands after the shift; null when it was deleted or pushed off the sheet. */
export function shiftCell<Cell extends { readonly row: number; readonly column: number }>(cell: Cell, shift: LineShift): Cell | null {
  const { axis, across } = shift;
  const other = axis === 'row' ? cell.column : cell.row;
  if (across && (other < across.first || other > across.last)) return cell;
  const line = shiftLine(cell[axis], shift);
  return line === null ? null : { ...cell, [axis]: line };
}

/** Where a range stands after the shift; null when all of it is gone. One that reaches out of the lines in which cells move stays. */
export function shiftRange(range: CellRange, shift: LineShift): CellRange | null {
  if (shift.across && !isAcross(range, shift, shift.across)) return range;
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
  if (shift.across && !overlaps(range, movingCells(shift))) return false;
  if (shift.across && !isAcross(range, shift, shift.across)) return true;
  if (shift.kind === 'insert') return shift.at > first && shift.at <= last;
  const end = shift.at + shift.count - 1;
  const touches = shift.at <= last && end >= first;
  const torn = touches && !(shift.at <= first && end >= last);
  return torn || (shift.kind === 'cut' && shift.to <= last && shift.to + shift.count - 1 >= first);
}

/** The range in parts of which the shift moves all or nothing. */
export function partsOf(range: CellRange, shift: LineShift): readonly CellRange[] {
  const { axis, across } = shift;
  if (shift.kind === 'cut') return partsOfCut(range, shift);
  if (!across || !overlaps(range, movingCells(shift))) return [range];
  const onRows = axis === 'row';
  const [first, last] = onRows ? [range.firstColumn, range.lastColumn] : [range.firstRow, range.lastRow];
  const part = (from: number, to: number): CellRange[] => {
    if (from > to) return [];
    return [onRows ? { ...range, firstColumn: from, lastColumn: to } : { ...range, firstRow: from, lastRow: to }];
  };
  return [
    ...part(first, Math.min(last, across.first - 1)),
    ...part(Math.max(first, across.first), Math.min(last, across.last)),
    ...part(Math.max(first, across.last + 1), last),
  ];
}

function isAcross(range: CellRange, { axis }: LineShift, { first, last }: Span): boolean {
  return axis === 'row' ? range.firstColumn >= first && range.lastColumn <= last : range.firstRow >= first && range.lastRow <= last;
}

function partsOfCut(range: CellRange, cut: LineCut): readonly CellRange[] {
  const [from, until] = cut.axis === 'row' ? (['firstRow', 'lastRow'] as const) : (['firstColumn', 'lastColumn'] as const);
  return cutParts({ first: range[from], last: range[until] }, cut).map(({ first, last }) => ({ ...range, [from]: first, [until]: last }));
}
