import { parseRange } from '../../src/core/workbook/Address';
import type { CellContent } from '../../src/core/sync/SyncPlan';
import type { CellValue } from '../../src/core/workbook/CellValue';
import { HostBook } from '../../src/workbench/book/HostBook';

/** A cell as a test writes it: `'=A1*2'` is a formula, everything else a constant, a whole content stands for itself. */
export type CellNotation = CellValue | CellContent;

/** An open workbook in one readable line: `bookOf({ Sheet1: { A1: 2, B1: '=A1*2' } })`; formulas hold 0 unless a content says else. */
export function bookOf(sheets: Readonly<Record<string, Readonly<Record<string, CellNotation>>>>, fileName = 'Book1.xlsx'): HostBook {
  const book = new HostBook(fileName);
  for (const name of Object.keys(sheets)) book.addLoadedSheet(name);
  for (const [name, cells] of Object.entries(sheets)) {
    for (const [address, notation] of Object.entries(cells)) {
      const range = parseRange(address);
      if (!range) throw new Error(`${address} is no cell.`);
      const { formula, value, format } = contentOf(notation);
      book
        .sheet(name)
        .grid.set(range.firstRow, range.firstColumn, { formula, value, format: format ?? 'General', fill: null, touched: 'no' });
    }
  }
  return book;
}

/** The content that a notation stands for. */
export function contentOf(notation: CellNotation): CellContent {
  if (typeof notation === 'object' && notation !== null && 'formula' in notation) return notation;
  if (typeof notation === 'string' && notation.startsWith('=')) return { formula: notation, value: 0, format: null };
  return { formula: null, value: notation, format: null };
}
