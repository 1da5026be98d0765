import type { PlannedHeadline } from '../sync/SyncPlan';
import type { ReceiptHeadline } from './Receipt';

/** What a receipt keeps of the headlines of a plan. */
export function receiptHeadlines(planned: readonly PlannedHeadline[] | null): ReceiptHeadline[] {
  return (planned ?? []).map(({ name, format, before, after, official }) => ({ name, format, before, after, official }));
}
