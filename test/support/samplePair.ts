import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import type { RevisedPair } from './revisedPair';

/** The official model of the samples and a team's copy of it. */
export async function samplePair(team: string): Promise<RevisedPair> {
  return { official: await sample('official'), local: await sample(team) };
}

async function sample(name: string): Promise<Snapshot> {
  const file = `revenue-model-fy26-${name}.xlsx`;
  const read = await readWorkbook(readFileSync(`assets/samples/${file}`), file, () => undefined);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
