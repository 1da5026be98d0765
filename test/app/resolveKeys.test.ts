import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { keyedLists, keysWith, placeOfList } from '../../src/app/keyedWords';
import type { ListKey } from '../../src/core/align/align';
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

describe('of several lists with the same headers', () => {
  /** Two lists of places, of which the second can stand lower; every third place shares its region. */
  const lists = (order: readonly number[], second = 12): Snapshot => {
    const header = (row: number): [string, string][] => [
      [`A${row}`, 'Code'],
      [`B${row}`, 'Name'],
      [`C${row}`, 'Note'],
    ];
    const rows = (first: number, word: string) =>
      order.flatMap((k, r): [string, string][] => [
        [`A${first + r}`, `${word} ${k}`],
        [`B${first + r}`, `${word} name ${k}`],
        [`C${first + r}`, `${word} note ${k}`],
      ]);
    const cells = [...header(1), ...rows(2, 'North'), ...header(second), ...rows(second + 1, 'South')];
    return workbook({ Lists: Object.fromEntries(cells) });
  };
  const [ours, theirs] = [lists([1, 2, 3, 4, 5, 6]), lists([4, 2, 6, 1, 5, 3], 14)];
  const keyed = (keys: readonly ListKey[], from = ours, to = theirs) => {
    const result = compareSnapshots(from, to, { keys });
    if (!result.ok) throw new Error(result.failure.message);
    const { sheets, warnings } = result.value.comparison;
    return {
      comparison: result.value.comparison,
      warnings,
      keys: sheets[0]!.keyed.map(({ key, chosen }) => (chosen ? key.join() : 'found')),
    };
  };

  it('one is meant by any cell of it in official', () => {
    expect(keyed([{ sheet: 'Lists', columns: ['Name'], list: 'A13' }]).keys).toEqual(['found', 'Name']);
    expect(keyed([{ sheet: 'lists', columns: ['c'], list: 'B1:C7' }]).keys).toEqual(['Note', 'found']);
  });

  it('each has its own, and one chosen for all gives way to it', () => {
    const all: ListKey = { sheet: 'Lists', columns: ['Name'] };
    expect(keyed([all]).keys).toEqual(['Name', 'Name']);
    expect(keyed([all, { sheet: 'Lists', columns: ['Note'], list: 'A12' }]).keys).toEqual(['Name', 'Note']);
  });

  it('a place of a sheet that only local calls so is local’s', () => {
    const renamed = { ...theirs, sheets: theirs.sheets.map((sheet) => ({ ...sheet, name: 'Listen' })) };
    expect(keyed([{ sheet: 'Listen', columns: ['Name'], list: 'A15' }], ours, renamed).keys).toEqual(['found', 'Name']);
  });

  it('what is changed in the pane is the key of the one list', () => {
    const before = keyed([{ sheet: 'Lists', columns: ['Name'] }]).comparison;
    const [north, south] = keyedLists(before);
    const changed = keysWith(before, south!, ['Note']);
    expect(keyed(changed)).toMatchObject({ keys: ['Name', 'Note'], warnings: [] });
    expect(keyed(keysWith(keyed(changed).comparison, north!, []))).toMatchObject({ keys: ['found', 'Note'], warnings: [] });
    expect([north!, south!].map(placeOfList)).toEqual(['Lists, A1:C7', 'Lists, A12:C18']);
  });

  it('says where there is none at the place, or without that header', () => {
    expect(missingKey(ours, theirs, [{ sheet: 'Lists', columns: ['Name'], list: 'A9' }])?.message).toBe(
      'The sheet Lists has no list at A9. Nothing was compared; name a cell of a list that is there: A1:C7, A12:C18.',
    );
    expect(keyed([{ sheet: 'Lists', columns: ['Colour'], list: 'A12' }]).warnings[0]).toContain('no list at A12 has that header');
  });
});
