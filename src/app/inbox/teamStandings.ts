import { groupBy } from '../../core/groupBy';
import type { InboxReceipt } from './inboxReceiptSchema';

/** What a team reported of one model. */
export interface TeamStanding {
  readonly team: string;
  readonly model: string;
  readonly newest: InboxReceipt;
  /** Those before, newest first. */
  readonly earlier: readonly InboxReceipt[];
}

/** The teams by model, those that reported last first; `receipts` are newest first. */
export function teamStandings(receipts: readonly InboxReceipt[]): readonly TeamStanding[] {
  const groups = groupBy(receipts, ({ team, model }) => JSON.stringify([model, team.trim().toLowerCase()]));
  return [...groups.values()].map(([newest, ...earlier]) => ({ team: newest!.team, model: newest!.model, newest: newest!, earlier }));
}
