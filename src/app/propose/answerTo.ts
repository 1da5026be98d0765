import type { Answer } from '../../core/ledger/Answer';
import type { Offer } from '../../core/propose/Proposal';

/** An answer to an offer of a team, as official is to remember it. */
export function answerTo(
  { of, owner, at: offered }: Pick<Offer, 'of' | 'owner' | 'at'>,
  team: string,
  given: Pick<Answer, 'answer' | 'reason' | 'by' | 'at' | 'version' | 'receipt'>,
): Answer {
  return { ...given, team, owner, offered, of };
}
