import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { parseXml, printXml } from '../../src/adapters/xlsx/edit/editXml';
import { editWorkbook } from '../../src/adapters/xlsx/editWorkbook';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { BookRefusal } from '../../src/workbench/book/BookRefusal';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { editsOf } from '../../src/workbench/save/editsOf';
import { contentOf } from '../support/contentOfBook';

const CORPUS = path.resolve(process.env['TIEOUT_CORPUS'] ?? path.join(__dirname, '../../../shared/corpus'));
const files = ['pairs', 'singles', 'peers'].flatMap((folder) => workbooksIn(path.join(CORPUS, folder)));

function workbooksIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? workbooksIn(file) : /\.xls[xm]$/.test(entry.name) ? [file] : [];
  });
}

describe.each(files.map((file) => [path.relative(CORPUS, file), file]))('%s', (_name, file) => {
  const bytes = new Uint8Array(readFileSync(file));

  it('prints every part as it was parsed', () => {
    if (bytes[0] !== 0x50) return;
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      if (!/\.(?:xml|rels|vml)$/.test(name) || /worksheets\/sheet|sharedStrings/.test(name)) continue;
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
      const tree = parseXml(text);
      if (tree) expect(printXml(tree) === text ? name : `${name} changed`).toBe(name);
    }
  });

  it('reads as the book that was edited', async () => {
    const read = await readWorkbook(bytes, 'Book.xlsx', () => undefined);
    if (!read.ok) return;
    const book = hostBookFromSnapshot(read.value);
    const first = book.sheets[0]!;
    for (const act of [
      () => book.insertRows(first, 3, 2, 'user'),
      () => book.insertColumns(book.sheets[book.sheets.length - 1]!, 2, 1, 'user'),
      () => book.deleteRows(first, 9, 1, 'user'),
      () => book.renameSheet(first, 'Renamed & moved', 'user'),
      () => void book.addSheet('Added', 'user', 1),
      () =>
        book.setCells(
          first,
          { firstRow: 2, lastRow: 2, firstColumn: 2, lastColumn: 2 },
          [[{ formula: '=1+1', value: 2, format: '0.00' }]],
          'user',
        ),
    ]) {
      try {
        act();
      } catch (error) {
        if (!(error instanceof BookRefusal)) throw error;
      }
    }
    const saved = editWorkbook(bytes, editsOf(book, read.value));
    if (!saved.ok) throw new Error(saved.failure.message);
    const again = await readWorkbook(saved.value, 'Book.xlsx', () => undefined);
    if (!again.ok) throw new Error(again.failure.message);
    expect(contentOf(hostBookFromSnapshot(again.value))).toEqual(contentOf(book));
  });
});
