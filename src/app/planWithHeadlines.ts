import { isLocalOnly } from '../core/sync/chooseDifferences';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import { planSync } from '../core/sync/planSync';
import type { SyncPlan } from '../core/sync/SyncPlan';
import type { ComparedWorkbooks } from './compareWorkbooks';
import type { PlanRequest } from './ports/ComparisonEngine';
import type { ModelCalculator } from './ports/ModelCalculator';
import { previewHeadlines } from './previewHeadlines';

/** The plan of a sync, with what the headlines will be when it is done. */
export function planWithHeadlines(
  compared: ComparedWorkbooks,
  { take, remove, moves = true }: PlanRequest,
  calculator: ModelCalculator,
  within: ToleranceOptions = {},
): SyncPlan {
  const { official, local, correspondence, comparison } = compared;
  const plan = planSync(official, local, correspondence, comparison, { take, deleteLocalOnly: remove, moves });
  const [asked, removed] = [new Set(take), new Set(remove)];
  const refused = new Set(plan.refused.map(({ difference }) => difference));
  const taken = comparison.differences.filter(
    (difference) => asked.has(difference.id) && !refused.has(difference.id) && (!isLocalOnly(difference) || removed.has(difference.id)),
  );
  try {
    const headlines = previewHeadlines(compared, new Set(taken.map(({ id }) => id)), calculator, within);
    return headlines.length === 0 ? plan : { ...plan, headlines };
  } catch {
    // A sync does not depend on what is shown beside it.
    return plan;
  }
}
