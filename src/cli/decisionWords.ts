import { offerKey } from '../core/ledger/answersInForce';
import type { DecidedNow, StaleReason, WeighedDecisions } from '../core/ledger/DecidedNow';
import type { DecidedSide, Decision } from '../core/ledger/Decision';

const STALE: Readonly<Record<StaleReason, string>> = {
  official: 'official changed since',
  local: 'yours changed since',
  more: 'more cells differ',
  renamed: 'it is called otherwise',
  date: 'its day has passed',
};

/** What was decided on a difference, and whether it has to be decided anew. */
export function decidedLines({ decision, state, why }: DecidedNow): readonly { readonly label: string; readonly text: string }[] {
  const label = decision.kind === 'exception' ? 'kept' : 'offered';
  const text = inWords(decision);
  return state === 'stale'
    ? [
        { label, text },
        { label: 'decide', text: `again, as ${why.map((reason) => STALE[reason]).join(', ')}` },
      ]
    : [{ label, text }];
}

/** Decisions whose difference is no longer found and whose offer was not answered, one a line. */
export function goneLines({ gone, answered = [] }: Pick<WeighedDecisions, 'gone' | 'answered'>): string[] {
  const known = new Set(answered.map(({ answer }) => offerKey(answer)));
  return gone
    .filter(({ kind, of, owner, at }) => kind !== 'proposal' || !known.has(offerKey({ of, owner, offered: at })))
    .map((decision) => `${placeInWords(decision.of)}: ${inWords(decision)}`);
}

interface Placed {
  readonly label: string;
  readonly official: Pick<DecidedSide, 'sheet' | 'address'> | null;
  readonly local: Pick<DecidedSide, 'sheet' | 'address'> | null;
}

/** Where what was decided on stands, by its name first. */
export function placeInWords({ label, official, local }: Placed): string {
  const side = local ?? official;
  const place = side === null ? '' : [side.sheet, side.address].filter((word) => word !== '').join('!');
  return label === '' ? place : `${label} (${place})`;
}

function inWords({ reason, owner, reviewBy }: Decision): string {
  return `${reason === '' ? 'no reason given' : reason} · ${owner}${reviewBy === null ? '' : ` · until ${reviewBy}`}`;
}
