import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkListSchema } from '../../scripts/samples/ForkList';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compareWorkbooks, type WorkbookFile } from '../../src/app/compareWorkbooks';
import type { Comparison } from '../../src/core/compare/Comparison';
import type { Result } from '../../src/core/Result';
import type { Difference, DifferenceSide } from '../../src/core/compare/Difference';
import { expandRange } from '../support/expandRange';

const FOLDER = join(__dirname, '../../assets/samples');
const lists = readdirSync(FOLDER).filter((name) => name.endsWith('.forks.json'));

function file(name: string): WorkbookFile {
  return { name, bytes: readFileSync(join(FOLDER, name)) };
}

async function compareFiles(official: WorkbookFile, local: WorkbookFile): Promise<Result<Comparison>> {
  const watch = { progress: () => undefined, signal: { aborted: false } };
  const compared = await compareWorkbooks({ official, local }, {}, readWorkbook, watch);
  return compared.ok ? { ok: true, value: compared.value.comparison } : compared;
}

type Place = Pick<DifferenceSide, 'sheet' | 'address'> | null;

/** A difference cell by cell, as `kind official place / local place`, so that it does not matter how cells were put together. */
function cells({ kind, official, local }: { kind: Difference['kind']; official: Place; local: Place }): string[] {
  const side = (place: Place): string[] => (place === null ? ['-'] : expandRange(place.address).map((cell) => `${place.sheet}!${cell}`));
  const [ours, theirs] = [side(official), side(local)];
  const length = Math.max(ours.length, theirs.length);
  return Array.from({ length }, (_, k) => `${kind} ${ours[k] ?? ours[0]} / ${theirs[k] ?? theirs[0]}`);
}

describe('compareWorkbooks, on the samples', () => {
  it.each(lists)('finds every planted fork of %s, and no other cause', async (name) => {
    const list = forkListSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
    const compared = await compareFiles(file(list.official), file(list.local));
    if (!compared.ok) throw new Error(compared.failure.message);
    const { differences, headlines } = compared.value;
    const found = differences.filter(({ role }) => role === 'cause').flatMap(cells);
    const planted = list.forks.flatMap((fork) => fork.differences).flatMap(cells);
    expect(found.sort()).toEqual(planted.sort());
    expect(differences.filter(({ role }) => role === 'unexplained')).toEqual([]);
    for (const headline of headlines) {
      const truth = list.headlines.find(({ name }) => name.replace(/_/g, ' ') === headline.name);
      expect(truth).toMatchObject({ official: headline.official, local: headline.local });
    }
    expect(headlines).toHaveLength(list.headlines.length);
  });

  it('refuses what is no workbook with the reader’s sentence', async () => {
    const compared = await compareFiles(file(lists[0]!), file('revenue-model-fy26-official.xlsx'));
    expect(compared).toMatchObject({ ok: false, failure: { code: 'not-a-workbook' } });
  });
});
