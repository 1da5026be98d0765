import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { formulaInWords } from '../../src/core/formula/words/formulaInWords';
import { createWordBook } from '../../src/core/formula/words/WordBook';
import { toA1 } from '../../src/core/formula/toA1';

const CORPUS = process.env['TIEOUT_CORPUS'] ?? resolve(__dirname, '../../../shared/corpus');

function workbooksIn(folder: string): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return workbooksIn(path);
    return /\.xls[xmb]$/i.test(entry) ? [path] : [];
  });
}

describe.each(
  ['pairs', 'singles', 'peers'].flatMap((folder) => workbooksIn(join(CORPUS, folder))).map((path) => [path.slice(CORPUS.length + 1), path]),
)('%s', (_, path) => {
  it('has words for its formulas, of which no two call different cells the same', async () => {
    const read = await readWorkbook(readFileSync(path), 'Book.xlsx', () => undefined);
    if (!read.ok) return;
    const { sheets, formulas } = read.value;
    const book = createWordBook(read.value, 'en-US');
    const silent: string[] = [];
    for (const { name, cells } of sheets) {
      const said = new Set<number>();
      for (let at = 0; at < cells.count; at++) {
        const formula = cells.formula[at]!;
        // Filled copies say the same of other cells.
        if (formula < 0 || said.has(formula)) continue;
        said.add(formula);
        const place = { sheet: name, row: cells.row[at]!, column: cells.column[at]! };
        const text = toA1(formulas[formula]!, place.row, place.column);
        const parts = formulaInWords(text, place, book);
        // Without words is what nothing names; then at least there is a reference that could have a name.
        if (parts === null && !/[A-Z]\$?\d|[A-Z]:|#REF!|\[/i.test(text)) silent.push(text);
        const called = new Map<string, string>();
        for (const { text: words, use } of parts ?? []) {
          if (use === null) continue;
          expect(called.get(words) ?? use.key).toBe(use.key);
          called.set(words, use.key);
        }
        // Words stay in proportion: labels are cut, and nothing is said twice.
        expect((parts ?? []).length).toBeLessThanOrEqual(4 * text.length + 4);
      }
    }
    expect(silent).toEqual([]);
  });
});
