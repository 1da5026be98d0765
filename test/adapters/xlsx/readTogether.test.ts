import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { largeWorkbook, type LargeModel } from '../../bench/LargeModel';

const SAMPLES = join(__dirname, '../../../assets/samples');

async function read(bytes: Uint8Array): Promise<Snapshot> {
  const result = await readWorkbook(bytes, 'Model.xlsx', () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** From what is unpacked on this thread to what is streamed. */
const model: fc.Arbitrary<LargeModel> = fc.record({
  rows: fc.integer({ min: 60, max: 1_500 }),
  content: fc.constantFrom('various', 'repeated'),
  inserted: fc.integer({ min: 1, max: 20 }),
  edits: fc.integer({ min: 1, max: 20 }),
});

async function expectTheSame(files: readonly Uint8Array[]): Promise<void> {
  const apart: Snapshot[] = [];
  for (const file of files) apart.push(await read(file));
  expect(await Promise.all(files.map(read))).toEqual(apart);
}

describe('workbooks read at once', () => {
  it('are those that they are when read one after the other', () =>
    fc.assert(
      fc.asyncProperty(model, model, (one, other) => expectTheSame([largeWorkbook(one, 'official'), largeWorkbook(other, 'local')])),
      { numRuns: 8 },
    ));

  it('hold for the samples too', async () => {
    const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
    expect(names.length).toBeGreaterThan(1);
    await expectTheSame(names.map((name) => readFileSync(join(SAMPLES, name))));
  });
});
