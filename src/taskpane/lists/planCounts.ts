import type { Draft } from '../state/PaneState';

/** What becomes of the causes that a sync was asked for. Each is in one of the first three sets, unless it is taken without a word. */
export interface PlanCounts {
  readonly asked: number;
  /** How many the plan takes over, wholly or in part. */
  readonly taken: number;
  /** Ids of those that it does nothing about. */
  readonly left: ReadonlySet<string>;
  /** Ids of those that it takes over and has something to say about. */
  readonly remarked: ReadonlySet<string>;
}

/** Counts a plan's causes; what only local has and is not ticked stays, and is in neither set, as it has a box of its own. */
export function planCounts({ plan, take, removable, remove }: Pick<Draft, 'plan' | 'take' | 'removable' | 'remove'>): PlanCounts {
  const ticked = new Set(remove);
  const kept = new Set(removable.filter((id) => !ticked.has(id)));
  const written = new Set(plan.steps.flatMap((step) => ('differences' in step ? step.differences : [])));
  const spoken = new Set(plan.refused.map(({ difference }) => difference).filter((id) => !kept.has(id)));
  const left = new Set([...spoken].filter((id) => !written.has(id)));
  const remarked = new Set([...spoken].filter((id) => written.has(id)));
  return { asked: take.length, taken: take.filter((id) => !kept.has(id) && !left.has(id)).length, left, remarked };
}
