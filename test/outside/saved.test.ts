import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { editWorkbook } from '../../src/adapters/xlsx/editWorkbook';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import { HostBook } from '../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { editsOf } from '../../src/workbench/save/editsOf';
import { describeWithLibreOffice, resaveWithLibreOffice } from '../support/soffice';

const SAMPLES = path.join(__dirname, '../../assets/samples');

async function bookOf(bytes: Uint8Array): Promise<{ book: HostBook; loaded: Parameters<typeof editsOf>[1] }> {
  const read = await readWorkbook(bytes, 'Book.xlsx', () => undefined);
  if (!read.ok) throw new Error(read.failure.message);
  return { book: hostBookFromSnapshot(read.value), loaded: read.value };
}

describeWithLibreOffice('a saved workbook in LibreOffice', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-saved-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['official', 'finance', 'sales-ops', 'product'])('opens and calculates to the same values: %s', async (copy) => {
    const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, `revenue-model-fy26-${copy}.xlsx`)));
    const { book, loaded } = await bookOf(bytes);
    const inputs = book.sheet('Assumptions');
    // Moves every value to other cells without changing one, so that all results must stay what Excel saved.
    book.insertRows(inputs, 6, 3, 'user');
    book.insertColumns('Bookings', 3, 2, 'user');
    book.renameSheet('Revenue', "Revenue & O'Neil", 'user');
    book.setCells(
      inputs,
      { firstRow: 7, lastRow: 7, firstColumn: 1, lastColumn: 2 },
      [
        [
          { formula: null, value: 'Added <here> & now', format: null },
          { formula: '=SUM(1,2)/4', value: 0.75, format: '0.0%' },
        ],
      ],
      'user',
    );
    const saved = editWorkbook(bytes, editsOf(book, loaded));
    if (!saved.ok) throw new Error(saved.failure.message);
    const file = path.join(folder, `${copy}.xlsx`);
    const out = path.join(folder, 'out');
    writeFileSync(file, saved.value);
    resaveWithLibreOffice([file], out);
    const { book: resaved } = await bookOf(new Uint8Array(readFileSync(path.join(out, `${copy}.xlsx`))));
    const { book: unchanged } = await bookOf(saved.value);
    expect(differences(unchanged, resaved)).toEqual([]);
    expect(resaved.sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
  });
});

/** Cells whose values differ by more than calculating twice explains. */
function differences(expected: HostBook, actual: HostBook): string[] {
  const found: string[] = [];
  for (const sheet of expected.sheets) {
    const other = actual.findSheet(sheet.name);
    sheet.grid.forEach((row, column, { value }) => {
      const now = other?.cell(row, column).value ?? null;
      if (!isAlike(value, now)) found.push(`${sheet.name} R${row}C${column}: ${JSON.stringify(value)} became ${JSON.stringify(now)}`);
    });
  }
  return found;
}

function isAlike(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  // LibreOffice writes no value for an empty text.
  return a === b || ((a ?? '') === '' && (b ?? '') === '');
}
