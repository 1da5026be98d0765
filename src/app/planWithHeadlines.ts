import { isLocalOnly } from '../core/sync/chooseDifferences';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import { planSync } from '../core/sync/planSync';
import type { PlannedHeadline, SyncPlan } from '../core/sync/SyncPlan';
import type { ComparedWorkbooks } from './compareWorkbooks';
import type { PlanRequest } from './ports/ComparisonEngine';
import type { ModelCalculator } from './ports/ModelCalculator';
import { measureEffects } from './propose/measureEffects';
import { previewHeadlines } from './previewHeadlines';

/**
 * The plan of a sync, with what the headlines will be when it is done; of what a proposal proposes, those that it moves, and nothing in it
 * may reach outside whatever was asked.
 */
export function planWithHeadlines(
  compared: ComparedWorkbooks,
  { take, remove, outside = [], moves = true, notes = true }: PlanRequest,
  calculator: ModelCalculator,
  within: ToleranceOptions = {},
  isProposed = false,
): SyncPlan {
  const { official, local, correspondence, comparison, onlySheet } = compared;
  const selection = { take, deleteLocalOnly: remove, outside: isProposed ? [] : outside, moves, notes };
  const plan = planSync(official, local, correspondence, comparison, { ...selection, ...(onlySheet !== undefined && { onlySheet }) });
  const [asked, removed] = [new Set(take), new Set(remove)];
  const refused = new Set(plan.refused.map(({ difference }) => difference));
  const taken = comparison.differences.filter(
    (difference) => asked.has(difference.id) && !refused.has(difference.id) && (!isLocalOnly(difference) || removed.has(difference.id)),
  );
  try {
    const ids = taken.map(({ id }) => id);
    const headlines = isProposed
      ? proposedHeadlines(compared, ids, calculator)
      : previewHeadlines(compared, new Set(ids), calculator, within);
    return headlines.length === 0 ? plan : { ...plan, headlines };
  } catch {
    // A sync does not depend on what is shown beside it.
    return plan;
  }
}

/** What is proposed was never calculated as a whole, so that its own headlines say nothing. */
function proposedHeadlines(compared: ComparedWorkbooks, ids: readonly string[], calculator: ModelCalculator): readonly PlannedHeadline[] {
  const [effect] = measureEffects(compared, [ids], calculator);
  return effect!.map(({ name, format, before, after, exact }) => {
    const sure = exact ? after : null;
    return { name, format, official: before, before, after: sure, agrees: true };
  });
}
