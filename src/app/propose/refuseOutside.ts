import { newlyOutside } from '../../core/propose/outsideFormulas';
import { fail, type Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';

/** The failure `reaches-outside` for steps that would have official reach outside, whatever a file was made to hold; null where all is well. */
export function refuseOutside(steps: readonly SyncStep[]): Result<never> | null {
  const formula = newlyOutside(steps)[0];
  if (formula === undefined) return null;
  return fail('reaches-outside', `Taking this would write a formula that reaches outside the workbook, ${formula}. Nothing was written.`);
}
