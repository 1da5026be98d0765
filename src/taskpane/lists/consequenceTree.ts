import type { Comparison } from '../../core/compare/Comparison';

const known = new WeakMap<Comparison, ReadonlyMap<string, number>>();

/** For each cause that has any, how many cells are known to follow from it; by the cause's id. */
export function consequenceTree(comparison: Comparison): ReadonlyMap<string, number> {
  let tree = known.get(comparison);
  if (tree === undefined) {
    const counts = new Map<string, number>();
    for (const { role, causes, cells } of comparison.differences) {
      if (role !== 'consequence') continue;
      for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + cells);
    }
    tree = counts;
    known.set(comparison, tree);
  }
  return tree;
}
