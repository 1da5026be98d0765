import { parseStructRef } from '@borgar/fx/xlsx';
import type { CellRange } from '../../../core/workbook/Address';
import type { Table } from '../../../core/workbook/Snapshot';
import type { Book } from '../model/Book';
import { Unknowable } from '../model/interruptions';
import { ERRORS } from '../values/errors';
import type { Resolve } from './references';

/** Reads a reference into a table, `Deals[Amount]`, `[@Price]`, `Deals[[#Totals],[Amount]]`; `index` is its place among the formula's references. */
export function compileStructuredReference(text: string, book: Book, index: number): Resolve {
  const parsed = parseStructRef(text) as { table?: string; columns?: readonly string[]; sections?: readonly string[] } | null | undefined;
  if (!parsed) throw new Unknowable('formula', text);
  const { columns = [], sections = [] } = parsed;
  const parts = sections.map((section) => section.toLowerCase());
  return (cell) => {
    const table = parsed.table ? book.table(parsed.table) : book.tableAt(cell.own.sheet, cell.own.row, cell.own.column);
    if (table === null) return parsed.table ? ERRORS.name : ERRORS.value;
    const places = columns.map((column) => table.columns.findIndex(({ name }) => name.toLowerCase() === column.toLowerCase()));
    if (places.includes(-1)) return ERRORS.reference;
    const rows = rowsOf(table, parts, cell.own.row);
    if (rows === null) return parts.includes('this row') ? ERRORS.value : ERRORS.reference;
    const first = table.range.firstColumn + (places.length === 0 ? 0 : Math.min(...places));
    const last = places.length === 0 ? table.range.lastColumn : table.range.firstColumn + Math.max(...places);
    return cell.area(book.sheet(table.sheet), rows[0], first, rows[1], last, index);
  };
}

function rowsOf({ range, headerRow, totalsRow }: Table, parts: readonly string[], row: number): readonly [number, number] | null {
  const { first, last } = dataRows({ range, headerRow, totalsRow });
  if (parts.includes('this row')) return row >= first && row <= last ? [row, row] : null;
  if (parts.includes('all')) return [range.firstRow, range.lastRow];
  const wants = (part: string): boolean => parts.includes(part);
  if (parts.length === 0) return [first, last];
  if ((wants('headers') && !wants('totals') && !headerRow) || (wants('totals') && !wants('headers') && !wants('data') && !totalsRow))
    return null;
  const from = wants('headers') ? range.firstRow : wants('data') ? first : range.lastRow;
  const to = wants('totals') ? range.lastRow : wants('data') ? last : range.firstRow;
  return [from, to];
}

function dataRows({ range, headerRow, totalsRow }: { range: CellRange; headerRow: boolean; totalsRow: boolean }): {
  first: number;
  last: number;
} {
  return { first: range.firstRow + (headerRow ? 1 : 0), last: range.lastRow - (totalsRow ? 1 : 0) };
}
