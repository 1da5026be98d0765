import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { missingKey, resolveKeys } from '../../src/app/resolveKeys';
import type { Comparison } from '../../src/core/compare/Comparison';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { workbook } from '../support/workbook';

/** Two lists: one of codes at A1, one of prices at A12, whose second header is the letter of a column. */
function book(order: readonly number[], sheet = 'Lists'): Snapshot {
  const cells = order.flatMap((k, r) => [
    [`A${r + 2}`, `Code ${k}`],
    [`B${r + 2}`, `Name ${k}`],
    [`A${r + 13}`, `Product ${k}`],
    [`B${r + 13}`, 100 + k],
  ]);
  return workbook({
    [sheet]: { A1: 'Code', B1: 'Name', A12: 'Product', B12: 'A', E30: 'Loose text', ...Object.fromEntries(cells) },
    Notes: { A1: 'Nothing here' },
  });
}

const official = book([1, 2, 3, 4, 5, 6]);
const local = book([4, 2, 6, 1, 5, 3]);
const resolved = (sheet: string, ...columns: readonly string[]) => resolveKeys(official, local, [{ sheet, columns }])[0]!.keys;
const missing = (sheet: string, ...columns: readonly string[]) => missingKey(official, local, [{ sheet, columns }])?.message ?? null;

test('a column is a header in any case, else a letter, in each list that has it', () => {
  expect(resolved('lists', ' NAME ')).toEqual([{ sheet: 'lists', columns: ['Name'] }]);
  expect(resolved('Lists', 'b')).toEqual([
    { sheet: 'Lists', columns: ['Name'] },
    { sheet: 'Lists', columns: ['A'] },
  ]);
  // A header that reads as a letter is the header.
  expect(resolved('Lists', 'A')).toEqual([{ sheet: 'Lists', columns: ['A'] }]);
});

test('the columns of a key stand in one list', () => {
  expect(resolved('Lists', 'Name', 'Code')).toEqual([{ sheet: 'Lists', columns: ['Name', 'Code'] }]);
  expect(resolved('Lists', 'Name', 'Product')).toEqual([]);
});

test('what is not there is said with what is', () => {
  expect(missing('Map', 'Code')).toBe(
    'Neither workbook has a sheet Map to match rows on. Nothing was compared; name a sheet that is there: Lists, Notes.',
  );
  expect(missing('Lists', 'Colour')).toBe(
    "The sheet Lists has no column Colour. Nothing was compared; name a header of its list (Code, Name, Product, A) or give a column's letter.",
  );
  expect([missing('Lists', 'Name', 'b'), missing('Lists', 'Loose text'), missing('Notes', 'A')]).toEqual([null, null, null]);
});

function compared(theirs: Snapshot, sheet: string, ...columns: readonly string[]): Comparison {
  const result = compareSnapshots(official, theirs, { keys: [{ sheet, columns }] });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.comparison;
}

test('a key that cannot be used is a warning, one that can is none', () => {
  expect(compared(local, 'Lists', 'Name').warnings).toEqual([]);
  expect(compared(local, 'Lists', 'Name', 'Product').warnings).toEqual([
    'Rows of Lists could not be matched by Name and Product: no list of the sheet has that header. They were matched as Tieout finds them by itself.',
  ]);
  const noName = workbook({ Lists: { A1: 'Code', B1: 'Title', A2: 'Code 1', A3: 'Code 2', B2: 'x', B3: 'y' } });
  expect(compared(noName, 'Lists', 'Product').warnings).toMatchObject([expect.stringContaining('not both workbooks have a list')]);
});

test('a key is used on sheets that hold the same, and on one that was renamed by either name', () => {
  expect(compared(official, 'Lists', 'Name').sheets[0]!.keyed).toMatchObject([{ key: ['Name'], chosen: true, reordered: false }]);
  const renamed = book([4, 2, 6, 1, 5, 3], 'Listen');
  for (const name of ['Lists', 'Listen']) {
    expect(compared(renamed, name, 'Name').sheets[0]!.keyed[0]).toMatchObject({ key: ['Name'], chosen: true });
  }
});
