import type { DifferenceKind } from '../core/compare/Difference';
import { columnName, parseRange } from '../core/workbook/Address';

/** Rows or columns of which only some cells differ: their ends, and those of the lines of the other axis in which. */
export interface PartialLines {
  readonly axis: 'row' | 'column';
  readonly lines: readonly [first: string, last: string];
  readonly across: readonly [first: string, last: string];
}

/** Takes the address of a difference in rows or columns apart when it names cells, as `J285:K552` does; null for whole lines and other kinds. */
export function partialLines(kind: DifferenceKind, address: string): PartialLines | null {
  if (kind !== 'row' && kind !== 'column') return null;
  const range = parseRange(address);
  if (!range) return null;
  const rows = [String(range.firstRow), String(range.lastRow)] as const;
  const columns = [columnName(range.firstColumn), columnName(range.lastColumn)] as const;
  return kind === 'row' ? { axis: kind, lines: rows, across: columns } : { axis: kind, lines: columns, across: rows };
}
