import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkListSchema } from '../../scripts/samples/ForkList';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compareSnapshots, compareWorkbooks, type ComparedWorkbooks, type WorkbookFile } from '../../src/app/compareWorkbooks';
import { comparisonSchema } from '../../src/app/comparisonSchema';
import type { Comparison } from '../../src/core/compare/Comparison';
import { fail, type Result } from '../../src/core/Result';
import type { z } from 'zod';
import { dictionarySheet } from '../support/dictionary';
import { workbook } from '../support/workbook';

const FOLDER = join(__dirname, '../../assets/samples');

function file(name: string): WorkbookFile {
  return { name, bytes: readFileSync(join(FOLDER, name)) };
}

function compareFiles(
  official: string,
  local: string,
  progress: (doing: string, done: number) => void = () => undefined,
  aborted = false,
): Promise<Result<ComparedWorkbooks>> {
  return compareWorkbooks({ official: file(official), local: file(local) }, {}, readWorkbook, { progress, signal: { aborted } });
}

const OFFICIAL = 'revenue-model-fy26-official.xlsx';
const LOCAL = 'revenue-model-fy26-finance.xlsx';

type Equal<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

describe('compareWorkbooks', () => {
  it('finds as headlines the metrics of the dictionary, in its order, with their true values', async () => {
    const { headlines } = forkListSchema.parse(JSON.parse(readFileSync(join(FOLDER, 'revenue-model-fy26-finance.forks.json'), 'utf8')));
    const compared = await compareFiles(OFFICIAL, LOCAL);
    if (!compared.ok) throw new Error(compared.failure.message);
    const truth = headlines.map(({ official, local }) => ({ official, local }));
    expect(compared.value.comparison.headlines).toMatchObject(truth);
    expect(compared.value.comparison.headlines.slice(0, 2).map(({ name }) => name)).toEqual(['Net revenue', 'ARR, closing']);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(compared.value.comparison)))).toEqual(compared.value.comparison);
  });

  it('lets a headline of the dictionary keep the tolerance that is given to its defined name', () => {
    const model = (value: number) =>
      workbook(
        {
          Summary: { A2: 'Net', B2: ['=Inputs!B2', value] },
          Inputs: { B2: value },
          Metrics: dictionarySheet(['Metric', 'Definition', 'Name'], [['Net revenue', 'What is earned in all', 'Net_FY26']]),
        },
        { names: { Net_FY26: 'Summary!$B$2' } },
      );
    const compared = compareSnapshots(model(100), model(101), { tolerances: [{ of: 'Net FY26', tolerance: 0.1 }] });
    expect(compared).toMatchObject({ ok: true, value: { comparison: { headlines: [{ name: 'Net revenue', ties: true }] } } });
  });

  it('tells how far it is, rising to the end', async () => {
    const heard: number[] = [];
    await compareFiles(OFFICIAL, LOCAL, (_, done) => heard.push(done));
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard[heard.length - 1]).toBe(1);
  });

  it('stops when it is told to', async () => {
    expect(await compareFiles(OFFICIAL, LOCAL, undefined, true)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });

  it('has a schema that is the type: each takes what the other gives', () => {
    const same: Equal<z.infer<typeof comparisonSchema>, Comparison> = true;
    expect(same).toBe(true);
  });

  it('reads both at once, and says of official first what is wrong', async () => {
    const asked: string[] = [];
    const compared = await compareWorkbooks(
      { official: { name: 'official', bytes: new Uint8Array() }, local: { name: 'local', bytes: new Uint8Array() } },
      {},
      async (_, name) => {
        asked.push(name);
        // Neither is answered before both were asked for; local is first.
        while (asked.length < 2 || (name === 'official' && asked.length < 3)) await new Promise(setImmediate);
        asked.push(`${name} done`);
        return fail(name, `${name} is damaged`);
      },
      { progress: () => undefined, signal: { aborted: false } },
    );
    expect(asked).toEqual(['official', 'local', 'local done', 'official done']);
    expect(compared).toEqual(fail('official', 'official is damaged'));
  });

  it('refuses what is no workbook with the reader’s sentence', async () => {
    expect(await compareFiles('revenue-model-fy26-finance.forks.json', OFFICIAL)).toMatchObject({
      ok: false,
      failure: { code: 'not-a-workbook' },
    });
  });
});
