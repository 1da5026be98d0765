import { receiptHeadlines } from '../../core/ledger/receiptHeadlines';
import type { RanSync } from '../../app/ledger/rememberSync';
import type { ApplyOutcome } from '../../app/ports/WorkbookHost';
import { mayStay } from '../../app/mayStay';
import type { Difference } from '../../core/compare/Difference';
import { MOVED, STAYS } from '../../core/sync/chooseDifferences';
import type { Draft, OfficialChoice } from './PaneState';

/** A sync that was run, and what is left of it. */
export interface DoneSync {
  readonly official: OfficialChoice;
  readonly draft: Draft;
  readonly outcome: ApplyOutcome;
  /** Ids of the differences that were taken. */
  readonly taken: readonly string[];
  /** The differences before it. */
  readonly before: readonly Difference[];
  /** The differences that are left; null where comparing again did not finish. */
  readonly left: readonly Difference[] | null;
  /** Whether it is known who changed what since a base. */
  readonly hasBase: boolean;
}

/** A sync as its workbook is to remember it, and whether the two workbooks agree on official as it is now, but for what is local's own. */
export function syncRecord(done: DoneSync): { readonly ran: Omit<RanSync, 'agreed'>; readonly agreed: boolean } {
  const { official, draft, outcome, taken, before, left } = done;
  const asked = draft.plan.refused.filter(({ reason }) => reason !== STAYS && reason !== MOVED);
  const quiet = new Set(before.flatMap((one) => (mayStay(one) ? [one.id] : [])));
  const isDone = outcome.skipped.length === 0 && asked.every(({ difference }) => quiet.has(difference));
  return {
    ran: {
      receipt: {
        official: { name: official.title, version: official.version, sha256: null },
        cells: outcome.cells,
        taken: taken.length,
        kept: (left ?? before).filter(({ id, role }) => role === 'cause' && (left !== null || !taken.includes(id))).length,
        refused: asked.length,
        headlines: receiptHeadlines(draft.plan.headlines ?? null),
      },
      inverse: outcome.inverse,
    },
    agreed: left !== null && isDone && left.every((one) => isLocals(one, done)),
  };
}

/** What is left once all that official has to give was taken: what local changed, or what moves no number. */
function isLocals(difference: Difference, { draft, hasBase }: DoneSync): boolean {
  if (mayStay(difference)) return true;
  if (hasBase) return difference.since?.by === 'local';
  return draft.removable.includes(difference.id) && !draft.remove.includes(difference.id);
}
