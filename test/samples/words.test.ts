import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { withWords } from '../../src/app/withWords';
import { formulaInWords } from '../../src/core/formula/words/formulaInWords';
import { createWordBook } from '../../src/core/formula/words/WordBook';
import { toA1 } from '../../src/core/formula/toA1';
import { parseRange } from '../../src/core/workbook/Address';
import { findCell } from '../../src/core/workbook/cellAt';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

async function read(team: string): Promise<Snapshot> {
  const name = `revenue-model-fy26-${team}.xlsx`;
  const result = await readWorkbook(readFileSync(join(__dirname, '../../assets/samples', name)), name, () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** The words of the formula in a cell, such as `Summary!C10`. */
function wordsAt(snapshot: Snapshot, cell: string): string | undefined {
  const [sheet, address] = cell.split('!') as [string, string];
  const { firstRow: row, firstColumn: column } = parseRange(address)!;
  const { cells } = snapshot.sheets.find(({ name }) => name === sheet)!;
  const formula = toA1(snapshot.formulas[cells.formula[findCell(cells, row, column)]!]!, row, column);
  return formulaInWords(formula, { sheet, row, column }, createWordBook(snapshot, 'en-US'))
    ?.map(({ text }) => text)
    .join('');
}

test('the official model reads as finance would say it', async () => {
  const official = await read('official');
  const words = (cell: string) => wordsAt(official, cell);
  expect(words('Summary!C5')).toBe('Net revenue (Revenue sheet)');
  expect(words('Summary!C10')).toBe('(Opening ARR + Expansion + Price uplift on renewal + Downgrade + Churn) ÷ Opening ARR');
  expect(words('Summary!C13')).toBe('sum of TCV (USD) where Quarter is Q1');
  expect(words('Summary!I5')).toBe('FY26 ÷ Plan − 1');
  expect(words('Bookings!R6')).toBe('List ACV × (1 − Discount) × Exchange rate × Price index');
  expect(words('Bookings!T6')).toBe('if Type = "Renewal" then 0 else if Jan 26 ≥ Start and Jan 26 < End then ACV (USD) ÷ 12 else 0');
  expect(words('Bookings!D6')).toBe('Region (Territories) looked up by Account ID in Account ID (Territories)');
  expect(words('Revenue!P6')).toBe('sum of Jan 26 to Mar 26');
  expect(words('Revenue!D52')).toBe('−Gross revenue × Service credits');
  expect(words('Territories!H5')).toBe('if Quota FY26 = 0 then 0 else ACV booked ÷ Quota FY26');
  expect(words('Headcount!G113')).toBe('number of rows where Start ≤ Jan 26');
});

test('what a team changed reads so on both sides', async () => {
  const compared = compareSnapshots(await read('official'), await read('finance'));
  if (!compared.ok) throw new Error(compared.failure.message);
  const { differences } = withWords(compared.value, 'en-US');
  const worded = differences.flatMap(({ kind, official, local }) => (kind === 'formula' ? [[official?.words, local?.words]] : []));
  expect(worded).toContainEqual(['Gross revenue + Service credits', 'Gross revenue + Service credits + Management reserve']);
  // Cells that follow are too many to be put into words, and say the same on both sides.
  expect(differences.filter(({ role, official }) => role === 'consequence' && official?.words !== undefined)).toEqual([]);
});
