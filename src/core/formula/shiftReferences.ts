import { MAX_COLUMN, MAX_ROW } from '../workbook/Address';
import type { Span } from '../workbook/Snapshot';
import type { FormulaReference } from './findReferences';
import { rewriteReferences, withLines } from './rewriteReferences';

/** Rows or columns, or only some of their cells, that are inserted into a sheet or deleted from it. */
export interface Shift {
  /** The sheet that the formula stands on. */
  readonly sheetOfFormula: string;
  /** The sheet whose rows or columns move. */
  readonly sheet: string;
  readonly axis: 'row' | 'column';
  /** The first inserted or deleted row or column, counted from 1. */
  readonly at: number;
  /** How many: positive when inserted, negative when deleted. */
  readonly count: number;
  /** The lines of the other axis in which cells move; all of them when absent. */
  readonly across?: Span | undefined;
}

/**
 * The A1 formula as Excel leaves it when rows or columns are inserted or deleted: references behind them move, ranges
 * around them grow or shrink, and what was deleted whole becomes `#REF!`. References to other workbooks and over
 * several sheets stay as they are, and so do those that reach out of the lines in which cells move.
 */
export function shiftReferences(formula: string, shift: Shift): string {
  return rewriteReferences(formula, shift, (reference) => shiftReference(reference, shift));
}

/** The new text of a reference, or null when it stays as it is. */
function shiftReference(reference: FormulaReference, { axis, at, count, across }: Shift): string | null {
  const { kind, first, last } = reference;
  const onRows = axis === 'row';
  if (kind === (onRows ? 'columns' : 'rows')) return null;
  if (across && !liesWithin(reference, onRows, across)) return null;
  const one = onRows ? first.row : first.column;
  const other = onRows ? last.row : last.column;
  const span = shiftSpan(Math.min(one, other), Math.max(one, other), at, count, onRows ? MAX_ROW : MAX_COLUMN);
  if (span === null) return '#REF!';
  return withLines(reference, axis, span);
}

/** True when a reference has all its lines of the other axis in a span. */
function liesWithin({ kind, first, last }: FormulaReference, onRows: boolean, across: Span): boolean {
  const limit = onRows ? MAX_COLUMN : MAX_ROW;
  const [one, other] = kind !== 'cells' ? [1, limit] : onRows ? [first.column, last.column] : [first.row, last.row];
  return Math.min(one, other) >= across.first && Math.max(one, other) <= across.last;
}

/** Where the rows or columns `first` to `last` come to stand, or null when nothing of them is left inside the sheet. */
export function shiftSpan(first: number, last: number, at: number, count: number, limit: number): [number, number] | null {
  if (count >= 0) {
    const begin = first >= at ? first + count : first;
    const end = last >= at ? Math.min(last + count, limit) : last;
    return begin > limit ? null : [begin, end];
  }
  const behind = at - count;
  const begin = first >= behind ? first + count : Math.min(first, at);
  const end = last >= behind ? last + count : Math.min(last, at - 1);
  return begin > end ? null : [begin, end];
}
