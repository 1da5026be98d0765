import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import { finishSteps } from '../../src/core/Steps';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

const FOLDER = join(__dirname, '../../assets/samples');
const OFFICIAL = 'revenue-model-fy26-official.xlsx';
const forks = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx') && name !== OFFICIAL);

async function read(name: string): Promise<Snapshot> {
  const result = await readWorkbook(readFileSync(join(FOLDER, name)), name, () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

it.each(forks)('every headline of %s is explained to the last cent', async (local) => {
  const compared = compareSnapshots(await read(OFFICIAL), await read(local));
  if (!compared.ok) throw new Error(compared.failure.message);
  const { bridges, doubts } = finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US'));
  const apart = compared.value.comparison.headlines.filter(({ official, local: yours }) => official !== yours);
  expect(doubts).toEqual([]);
  expect(bridges).toHaveLength(apart.length);
  for (const { gap, unexplained, bars } of bridges) {
    expect(Math.abs(unexplained)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(gap)));
    expect(bars.length).toBeGreaterThan(0);
  }
});
