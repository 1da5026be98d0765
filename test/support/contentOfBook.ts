import type { HostBook } from '../../src/workbench/book/HostBook';
import { describeBook } from './describeBook';

/** What a book holds, as plain data; empty cells with a look, and the order in which files list notes and names, do not count. */
export function contentOf(book: HostBook): unknown {
  const { sheets, notes, names, ...rest } = describeBook(book) as {
    sheets: { cells: Record<string, { formula: unknown; value: unknown }> }[];
    notes: object[];
    names: object[];
  };
  const sorted = (list: object[]): string[] => list.map((item) => JSON.stringify(item)).sort();
  const full = sheets.map((sheet) => ({
    ...sheet,
    cells: Object.entries(sheet.cells)
      .filter(([, cell]) => cell.formula !== null || cell.value !== null)
      .map(([address, cell]) => `${address} ${JSON.stringify(cell)}`)
      .sort(),
  }));
  return { ...rest, sheets: full, notes: sorted(notes), names: sorted(names) };
}
