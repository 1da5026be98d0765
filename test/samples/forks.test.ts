import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkListSchema, type PlantedDifference } from '../../scripts/samples/ForkList';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compare } from '../../src/core/compare/compare';
import type { Comparison } from '../../src/core/compare/Comparison';
import { columnName, parseRange } from '../../src/core/workbook/Address';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

const FOLDER = join(__dirname, '../../assets/samples');
const lists = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.forks.json'))
  .map((name) => forkListSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));

async function read(name: string): Promise<Snapshot> {
  const result = await readWorkbook(readFileSync(join(FOLDER, name)), name, () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** What differences cover, cell by cell and row by row, however they are folded into ranges: `hardcoded Revenue!D6 = local Revenue!D6`. */
function covered(differences: readonly Pick<PlantedDifference, 'kind' | 'official' | 'local'>[]): string[] {
  const lines = differences.flatMap(({ kind, official, local }) => {
    const ours = official === null ? [] : partsOf(official.address).map((part) => `${official.sheet}!${part}`);
    const theirs = local === null ? [] : partsOf(local.address).map((part) => `${local.sheet}!${part}`);
    const count = Math.max(ours.length, theirs.length);
    return Array.from({ length: count }, (_, i) => `${kind} ${ours[i] ?? 'none'} = local ${theirs[i] ?? 'none'}`);
  });
  return lines.sort();
}

/** The cells of a range, the rows of `5:7`, the columns of `C:D`; anything else stands for itself. */
function partsOf(address: string): string[] {
  const rows = /^(\d+):(\d+)$/.exec(address);
  if (rows) return numbers(Number(rows[1]), Number(rows[2])).map((row) => `row ${row}`);
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(address);
  const range = parseRange(columns ? `${columns[1]}1:${columns[2]}1` : address);
  if (range === null) return [address];
  const letters = numbers(range.firstColumn, range.lastColumn).map(columnName);
  if (columns) return letters.map((letter) => `column ${letter}`);
  return numbers(range.firstRow, range.lastRow).flatMap((row) => letters.map((letter) => letter + row));
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

describe.each(lists)('$local against the official model', ({ official, local, forks, headlines }) => {
  let comparison: Comparison;

  beforeAll(async () => {
    comparison = compare(await read(official), await read(local), { headlines: headlines.map(({ name }) => name) });
  });

  it('has as causes exactly what was planted: none missed, none invented', () => {
    const planted = forks.flatMap(({ differences }) => differences);
    const causes = comparison.differences.filter(({ role }) => role === 'cause');
    expect(covered(causes)).toEqual(covered(planted));
  });

  it('explains every other difference by them', () => {
    const causes = new Set(comparison.differences.filter(({ role }) => role === 'cause').map(({ id }) => id));
    expect(comparison.differences.filter(({ role }) => role === 'unexplained')).toEqual([]);
    for (const { role, causes: named } of comparison.differences) {
      if (role === 'consequence') expect(named.every((id) => causes.has(id))).toBe(true);
    }
    expect(comparison.precise).toBe(true);
    expect(comparison.warnings).toEqual([]);
  });

  it('shows the headlines as they are', () => {
    expect(comparison.headlines.map(({ name, official, local }) => ({ name, official, local }))).toEqual(headlines);
  });
});

it('finds nothing between the official model and itself', async () => {
  const snapshot = await read(lists[0]!.official);
  expect(compare(snapshot, snapshot).differences).toEqual([]);
});
