import type { Difference } from '../compare/Difference';
import { placeOf } from './linkOffers';
import type { Offer, OfferedChange } from './Proposal';
import { touchesPlace, type TouchedPlace } from './touchesPlace';

/**
 * How an offer stands: `open`: it can be taken; `taken`: official holds it already; `conflict`: official was changed there since, and not to the
 * same; `lost`: its file does not hold what it says.
 */
export type OfferState = 'open' | 'taken' | 'conflict' | 'lost';

/** An offer as it stands against official as it is now. */
export interface WeighedOffer {
  readonly offer: Offer;
  readonly state: OfferState;
  /** What there is still to take of it, out of the comparison of official as proposed (as `official`) with official as it is (as `local`). */
  readonly differences: readonly Difference[];
}

/**
 * How offers stand. `differences` are those of official as proposed with official as it is now, attributed to the two since official as it was;
 * `changes` what the proposal itself changes in official as it was.
 */
export function weighOffers(
  offers: readonly Offer[],
  differences: readonly Difference[],
  changes: readonly Difference[],
): readonly WeighedOffer[] {
  const known = new Set(changes.map((change) => keyOf(change.kind, change.official, change.local)));
  // What official alone changed since is none of the proposal's.
  const left = differences.filter(({ since }) => since !== undefined && since.by !== 'local');
  return offers.map((offer) => {
    const isHeld = offer.changes.length > 0 && offer.changes.every(({ kind, before, after }) => known.has(keyOf(kind, before, after)));
    if (!isHeld) return { offer, state: 'lost', differences: [] };
    const own = left.filter((difference) => offer.changes.some((change) => concerns(difference, change)));
    const state = own.length === 0 ? 'taken' : own.every(({ since }) => since!.by === 'official') ? 'open' : 'conflict';
    return { offer, state, differences: own };
  });
}

/** Whether what is left between official as proposed and as it is comes from a change of the proposal. */
function concerns(difference: Difference, { kind, before, after }: OfferedChange): boolean {
  const isMove = before !== null && after !== null;
  const proposed = placeOf(difference, 'official');
  if (proposed !== null) return after !== null && touchesPlace(proposed, { kind, isMove, place: after });
  const base = difference.since?.base ?? null;
  if (base === null || before === null) return false;
  const own: TouchedPlace = { kind: difference.kind, isMove: false, place: base };
  return touchesPlace(own, { kind, isMove, place: before });
}

function keyOf(kind: string, before: OfferedChange['before'], after: OfferedChange['after']): string {
  return JSON.stringify([kind, before?.sheet, before?.address, after?.sheet, after?.address]);
}
