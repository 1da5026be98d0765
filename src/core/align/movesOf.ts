import type { Axis, KeyedTable, Move } from './Correspondence';
import { heaviestChain } from './heaviestChain';

/**
 * The blocks of an axis that moved: as little as possible, so that all other lines stand in the same order. `worth` is
 * what an official line holds. The order of rows in a list without formulas across rows says nothing. Blocks count their lines in both workbooks, in official's order.
 */
export function movesOf(of: 'rows' | 'columns', axis: Axis, keyed: readonly KeyedTable[], worth: (official: number) => number): Move[] {
  const anyOrder = of === 'rows' ? keyed.filter(({ ordered }) => !ordered) : [];
  if (axis.inOrder) return [];
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 1; i < axis.fromOfficial.length; i++) {
    const j = axis.toLocal[axis.fromOfficial[i]!]!;
    if (j === 0 || anyOrder.some(({ official: { firstRow, lastRow } }) => i > firstRow && i <= lastRow)) continue;
    a.push(i);
    b.push(j);
  }
  const stays = new Set(
    heaviestChain(
      a,
      b,
      a.map((i) => 1e-3 + worth(i)),
    ),
  );
  const moves: { of: 'rows' | 'columns'; official: { first: number; last: number }; local: { first: number; last: number } }[] = [];
  a.forEach((i, k) => {
    if (stays.has(k)) return;
    const j = b[k]!;
    const open = moves[moves.length - 1];
    if (open !== undefined && open.official.last === i - 1 && open.local.last === j - 1) {
      open.official.last = i;
      open.local.last = j;
    } else moves.push({ of, official: { first: i, last: i }, local: { first: j, last: j } });
  });
  return moves;
}
