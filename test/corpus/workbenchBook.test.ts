import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { checkFormula } from '../../src/workbench/book/checkFormula';
import { formulaPieces } from '../../src/workbench/book/formulaTokens';
import type { HostBook } from '../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { describeBook } from '../support/describeBook';

const CORPUS = process.env['TIEOUT_CORPUS'] ?? resolve(__dirname, '../../../shared/corpus');
const workbooks = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.xls[xm]$/.test(path) && statSync(join(CORPUS, path)).size < 3_000_000)
  .sort();

/** Array formulas and sheet ends that Excel too would not let lines be put through. */
const REFUSED = new Set(['InvalidOperation', 'AccessDenied']);

test.each(workbooks)('%s', async (path) => {
  const read = await readWorkbook(readFileSync(join(CORPUS, path)), path, () => undefined);
  if (!read.ok) return;
  const book = hostBookFromSnapshot(read.value);
  expect(refusedFormulas(book)).toEqual([]);
  const busiest = [...book.sheets].sort((a, b) => b.grid.size - a.grid.size)[0]!;
  busiest.protected = false;
  book.structureProtected = false;
  // Renaming writes a sheet's name as the sheet has it, whatever case a formula had it in.
  const content = () => JSON.stringify(describeBook(book)).toLowerCase();
  const before = content();
  const back = (change: () => void) => {
    try {
      change();
    } catch (error) {
      if (!REFUSED.has((error as { code?: string }).code ?? '')) throw error;
    }
    expect(content() === before).toBe(true);
  };
  const middle = Math.ceil((busiest.grid.usedRange()?.lastRow ?? 2) / 2);
  back(() => {
    book.insertRows(busiest, middle, 2, 'user');
    book.deleteRows(busiest, middle, 2, 'user');
  });
  back(() => {
    book.insertColumns(busiest, 2, 1, 'user');
    book.deleteColumns(busiest, 2, 1, 'user');
  });
  back(() => {
    const { name } = busiest;
    book.renameSheet(busiest, 'Renamed 1', 'user');
    book.renameSheet(busiest, name, 'user');
  });
});

/** Formulas of a file that Excel wrote but the book would not take, or that do not come back from their pieces. */
function refusedFormulas(book: HostBook): string[] {
  const refused = new Set<string>();
  for (const sheet of book.sheets) {
    sheet.grid.forEach((_, __, { formula }) => {
      if (formula === null) return;
      const joined = formulaPieces(formula)
        .map(({ text }) => text)
        .join('');
      try {
        checkFormula(formula, (name) => book.findSheet(name) !== null);
        if (joined !== formula) refused.add(formula);
      } catch {
        refused.add(formula);
      }
    });
  }
  return [...refused];
}
