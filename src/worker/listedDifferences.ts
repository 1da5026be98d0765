import type { Difference } from '../core/compare/Difference';

/** More differences than this are counted but not listed. */
export const MOST_LISTED = 200_000;

/** The differences that are listed: all, or where they are too many, causes and unexplained first, so that consequences are lost before anything else. */
export function listedDifferences(differences: readonly Difference[]): readonly Difference[] {
  if (differences.length <= MOST_LISTED) return differences;
  const first = differences.filter(({ role }) => role !== 'consequence');
  const last = differences.filter(({ role }) => role === 'consequence');
  return [...first, ...last].slice(0, MOST_LISTED);
}
