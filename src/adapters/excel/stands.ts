import type { Structural } from './Around';
import { isTakenBack } from './changeStructure';
import { isCarrying } from './journalMarker';
import type { Requests } from './Requests';
import type { RunJournal } from './RunJournal';

/**
 * Whether the step of the journal's last entry stands as done, so that `inverse` has to take it back; null when that cannot be told.
 * Throws an OfficeProblem.
 */
export async function stands(requests: Requests, journal: RunJournal, inverse: Structural, entry: number): Promise<boolean | null> {
  const { entries } = await journal.look();
  if (!entries.has(entry)) return false;
  if (isCarrying(inverse)) return journal.hasCarried(inverse, entry);
  return !(await isTakenBack(requests, inverse));
}
