import type { ComparedList } from '../../../src/core/compare/Comparison';
import { parseRange } from '../../../src/core/workbook/Address';
import type { LaidOutPair, Side } from './Layout';
import type { TracedSheet } from './TracedBook';

/** A list whose rows a comparison says are told apart by key. */
export type KeyedList = Pick<ComparedList, 'official' | 'local' | 'key'>;

/** True for two rows of a list that have the same key, which no other row of either list has: wherever they stand, they may well be one. */
export function isToldByKey(
  { official, local, key }: KeyedList,
  both: Readonly<Record<Side, TracedSheet>>,
  pair: LaidOutPair,
  ours: number,
  theirs: number,
): boolean {
  const [a, b] = [parseRange(official)!, parseRange(local)!];
  const columns: number[] = [];
  for (let column = a.firstColumn; column <= a.lastColumn; column++) {
    if (key.includes(String(both.official.cell(a.firstRow, column)?.value ?? ''))) columns.push(column);
  }
  if (columns.length !== key.length || ours <= a.firstRow || ours > a.lastRow || theirs <= b.firstRow || theirs > b.lastRow) return false;
  const keyOf = (side: Side, row: number): string =>
    JSON.stringify(
      columns.map((column) => both[side].cell(row, side === 'official' ? column : pair.columns.official(column))?.value ?? null),
    );
  const count = (side: Side, { firstRow, lastRow }: typeof a, wanted: string): number => {
    let found = 0;
    for (let row = firstRow + 1; row <= lastRow; row++) if (keyOf(side, row) === wanted) found++;
    return found;
  };
  const own = keyOf('official', ours);
  return own === keyOf('local', theirs) && count('official', a, own) === 1 && count('local', b, own) === 1;
}
