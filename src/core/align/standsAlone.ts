import type { Span } from '../workbook/Snapshot';
import { ContentClass, type SheetContent } from './SheetContent';

/** The share of rows that must have a label, and the share that must have a figure. */
const LABELLED = 0.6;
const FILLED = 0.5;

/**
 * True when a block of columns says by itself what its figures are: nearly every row has a label in its first column and figures behind
 * it. Figures without labels belong to those that stand further left, be it behind a blank column.
 */
export function standsAlone({ cells, contentClass }: SheetContent, { first, last }: Span): boolean {
  const rows = new Set<number>();
  const labelled = new Set<number>();
  const filled = new Set<number>();
  for (let p = 0; p < cells.count; p++) {
    const column = cells.column[p]!;
    if (column < first || column > last) continue;
    rows.add(cells.row[p]!);
    if (contentClass[p] !== ContentClass.Label) filled.add(cells.row[p]!);
    else if (column === first) labelled.add(cells.row[p]!);
  }
  const both = [...labelled].filter((row) => filled.has(row)).length;
  return labelled.size >= LABELLED * rows.size && both >= FILLED * rows.size;
}
