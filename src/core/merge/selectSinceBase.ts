import type { Comparison } from '../compare/Comparison';
import type { Difference } from '../compare/Difference';
import { isMoved } from '../compare/isMoved';
import { isLocalOnly, isRemovable } from '../sync/chooseDifferences';
import type { SyncSelection } from '../sync/SyncSelection';

/** A selection that names what it takes. */
interface SafeSelection extends SyncSelection {
  readonly take: readonly string[];
}

/**
 * What is safe to take: all that only the official model changed since the base, lines and names that it took out included. What local
 * changed stays, and what both changed waits for a decision. With `all`, formats and what moved too, which change no number.
 */
export function selectSinceBase({ differences }: Pick<Comparison, 'differences'>, what: 'causes' | 'all'): SafeSelection {
  const safe = differences.filter((one) => one.since?.by === 'official' && (what === 'all' || movesNumbers(one)));
  const gone = safe.filter((one) => isLocalOnly(one) && isRemovable(one));
  return {
    take: safe.filter((one) => !gone.includes(one)).map(({ id }) => id),
    deleteLocalOnly: gone.map(({ id }) => id),
  };
}

/** The causes that wait for a decision: both sides changed them, or nobody can tell who did. */
export function conflictsOf({ differences }: Pick<Comparison, 'differences'>): readonly Difference[] {
  return differences.filter(({ since }) => since?.by === 'both' || since?.by === 'unclear');
}

function movesNumbers(difference: Difference): boolean {
  return difference.kind !== 'format' && !isMoved(difference);
}
