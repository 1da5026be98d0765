import type { Comparison } from '../../core/compare/Comparison';
import { KIND_GROUPS, kindGroup, type KindGroup } from '../../app/kindGroups';

export interface CauseCounts {
  readonly ids: readonly string[];
  /** How many cells the causes cover. */
  readonly cells: number;
  /** Groups that have any, in the order they are shown. */
  readonly groups: readonly { readonly group: KindGroup; readonly count: number }[];
}

const known = new WeakMap<Comparison, CauseCounts>();

/** The causes of a comparison, counted by kind group; worked out once a comparison. */
export function causeCounts(comparison: Comparison): CauseCounts {
  let counts = known.get(comparison);
  if (counts === undefined) {
    const causes = comparison.differences.filter(({ role }) => role === 'cause');
    const byGroup = new Map<KindGroup, number>();
    for (const cause of causes) byGroup.set(kindGroup(cause), (byGroup.get(kindGroup(cause)) ?? 0) + 1);
    counts = {
      ids: causes.map(({ id }) => id),
      cells: causes.reduce((sum, cause) => sum + cause.cells, 0),
      groups: KIND_GROUPS.flatMap((group) => (byGroup.has(group) ? { group, count: byGroup.get(group)! } : [])),
    };
    known.set(comparison, counts);
  }
  return counts;
}
