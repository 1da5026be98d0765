import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import { checkStoredResults } from '../../src/adapters/calculation/checkStoredResults';
import type { CheckedFormula } from '../../src/app/ports/ResultChecker';
import { ARGUED } from './calculationArguments';

const CORPUS = process.env['TIEOUT_CORPUS'] ?? path.resolve(__dirname, '../../../shared/corpus');
const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.xls[xm]$/.test(file))
  .sort();
const isOracle = (file: string): boolean => file.startsWith('calculation/');

/** Of the formulas that are calculated, how many have to give what workbooks of all kinds of programs and ages keep of them. */
const LEAST_EQUAL = 0.995;

/** Counts formulas by how they fared, and what kept them from being calculated. */
class Tally {
  equal = 0;
  argued = 0;
  different = 0;
  unknown = 0;
  readonly reasons = new Map<string, number>();

  get share(): number {
    return this.equal / (this.equal + this.different);
  }

  print(title: string): void {
    const most = [...this.reasons].sort((a, b) => b[1] - a[1]).slice(0, 12);
    const formulas = this.equal + this.argued + this.different + this.unknown;
    const share = (this.share * 100).toFixed(3);
    console.log(
      `${title}: ${formulas} formulas, ${share}% of those calculated as stored; ${this.equal} equal, ${this.different} different, ` +
        `${this.argued} different for a reason, ${this.unknown} not calculated` +
        (most.length === 0 ? '' : ` (${most.map(([what, times]) => `${what} ${times}`).join(', ')})`),
    );
  }
}

/** The formulas of a workbook that differ without a reason; all of them are counted. */
async function check(file: string, tally: Tally): Promise<readonly CheckedFormula[]> {
  const read = await readWorkbook(readFileSync(path.join(CORPUS, file)), file, () => undefined);
  if (!read.ok) return [];
  const argued = ARGUED[file] ?? [];
  const unargued: CheckedFormula[] = [];
  const needed = new Set<string>();
  for (const checked of checkStoredResults(read.value)) {
    const { place, formula, outcome, calculated } = checked;
    const argument = argued.find(({ places }) => places.test(place) || places.test(formula));
    if (outcome === 'equal') tally.equal++;
    else if (outcome === 'unknown') {
      tally.unknown++;
      tally.reasons.set(String(calculated), (tally.reasons.get(String(calculated)) ?? 0) + 1);
    } else if (argument !== undefined) {
      tally.argued++;
      needed.add(argument.why);
    } else {
      tally.different++;
      unargued.push(checked);
    }
  }
  // An argument that no formula needs any more is to be taken out.
  expect(argued.map(({ why }) => why).filter((why) => !needed.has(why))).toEqual([]);
  return unargued;
}

const written = ({ place, formula, stored, calculated }: CheckedFormula): string =>
  `${place} =${formula}: ${shown(stored)} stored, ${shown(calculated)} calculated`;

function shown(value: CellValue): string {
  return isCellError(value) ? value.error : JSON.stringify(value);
}

describe('results that Excel stored', () => {
  const tally = new Tally();
  it.each(files.filter(isOracle))('%s', async (file) => expect((await check(file, tally)).map(written)).toEqual([]));
  afterAll(() => tally.print('Calculation corpus'));
});

test('workbooks of all kinds give what is stored in them', async () => {
  const tally = new Tally();
  const different: string[] = [];
  for (const file of files.filter((one) => !isOracle(one)))
    different.push(...(await check(file, tally)).map((checked) => `${file} ${written(checked)}`));
  tally.print('Pairs and single workbooks');
  if (different.length > 0) console.log(different.slice(0, 50).join('\n'));
  expect(tally.equal).toBeGreaterThan(10_000);
  expect(tally.share).toBeGreaterThanOrEqual(LEAST_EQUAL);
});
