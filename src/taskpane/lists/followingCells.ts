import type { Comparison } from '../../core/compare/Comparison';

const known = new WeakMap<Comparison, number>();

/** How many cells only follow from causes. */
export function followingCells(comparison: Comparison): number {
  let cells = known.get(comparison);
  if (cells === undefined) {
    cells = comparison.differences.reduce((sum, { role, cells: covered }) => (role === 'consequence' ? sum + covered : sum), 0);
    known.set(comparison, cells);
  }
  return cells;
}
