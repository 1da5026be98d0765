import type { DecidedNow, StaleReason } from '../core/ledger/DecidedNow';
import type { Decision } from '../core/ledger/Decision';

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

/** Decisions whose difference is no longer found, one a line. */
export function goneLines(decisions: readonly Decision[]): string[] {
  return decisions.map((decision) => {
    const side = decision.of.local ?? decision.of.official;
    const place = side === null ? '' : [side.sheet, side.address].filter((word) => word !== '').join('!');
    return `${decision.of.label === '' ? place : `${decision.of.label} (${place})`}: ${inWords(decision)}`;
  });
}

function inWords({ reason, owner, reviewBy }: Decision): string {
  return `${reason === '' ? 'no reason given' : reason} · ${owner}${reviewBy === null ? '' : ` · until ${reviewBy}`}`;
}
