import type { Span } from '../workbook/Snapshot';
import type { SheetContent } from './SheetContent';

/** The content of a sheet as if these were its only columns that hold anything, down to their last row. */
export function onlyColumns(content: SheetContent, { first, last }: Span): SheetContent {
  const { cells } = content;
  const positions: number[] = [];
  for (let p = 0; p < cells.count; p++) if (cells.column[p]! >= first && cells.column[p]! <= last) positions.push(p);
  const ints = (of: Int32Array): Int32Array => Int32Array.from(positions, (p) => of[p]!);
  return {
    ...content,
    cells: {
      count: positions.length,
      row: ints(cells.row),
      column: Uint16Array.from(positions, (p) => cells.column[p]!),
      kind: Uint8Array.from(positions, (p) => cells.kind[p]!),
      payload: Float64Array.from(positions, (p) => cells.payload[p]!),
      formula: ints(cells.formula),
      format: Uint16Array.from(positions, (p) => cells.format[p]!),
    },
    rowCount: positions.length === 0 ? 0 : cells.row[positions[positions.length - 1]!]!,
    columnCells: content.columnCells.map((count, column) => (column >= first && column <= last ? count : 0)),
    exact: ints(content.exact),
    loose: ints(content.loose),
    contentClass: Uint8Array.from(positions, (p) => content.contentClass[p]!),
    tables: content.tables.filter(({ range }) => range.firstColumn >= first && range.lastColumn <= last),
  };
}
