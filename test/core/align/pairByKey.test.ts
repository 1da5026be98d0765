import type { Lines } from '../../../src/core/align/Lines';
import type { LineWorth } from '../../../src/core/align/lineWorth';
import { pairByKey } from '../../../src/core/align/pairByKey';

/** What pairing needs to know of lists of which each row is one word; the first word of each is its heading. */
function rowsOf(official: readonly string[], local: readonly string[]): { readonly lines: Lines; readonly worth: LineWorth } {
  const words = ['', ...new Set([...official, ...local])];
  const idsOf = (rows: readonly string[]): Int32Array => Int32Array.from(['', ...rows], (row) => words.indexOf(row));
  const ids = { official: idsOf(official), local: idsOf(local) };
  const isSame = (i: number, j: number): boolean => ids.official[i] === ids.local[j];
  return {
    lines: { ids: () => ids, headings: () => ids } as unknown as Lines,
    worth: { official: () => 1, local: () => 1, common: (i: number, j: number) => (isSame(i, j) ? 1 : 0) } as unknown as LineWorth,
  };
}

function paired(official: readonly string[], local: readonly string[]): [number, number][] {
  const { lines, worth } = rowsOf(official, local);
  const keyed = (rows: readonly string[]) => ({
    data: { first: 1, last: rows.length },
    keys: rows.map((row) => (row === '' || row.startsWith('Q') ? null : row)),
  });
  const { to } = pairByKey(keyed(official), keyed(local), lines, worth, new Int32Array(official.length + 1), 1);
  return [...to].sort(([one], [other]) => one - other);
}

it('a heading that is repeated among the rows of a list, without a key, is one with itself', () => {
  expect(paired(['a', 'Q1', 'b', 'c', 'Q1', 'd'], ['c', 'b', 'Q1', 'a', 'Q1', 'd'])).toEqual([
    [1, 4],
    [2, 3],
    [3, 2],
    [4, 1],
    [5, 5],
    [6, 6],
  ]);
});

it('lines without a key that hold something else are not', () => {
  expect(paired(['a', 'Q1', 'b'], ['b', 'Q2', 'a'])).toEqual([
    [1, 3],
    [3, 1],
  ]);
});
