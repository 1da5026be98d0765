import type { ListRegion } from '../workbook/ListRegion';
import type { Snapshot } from '../workbook/Snapshot';
import type { Correspondence } from './Correspondence';

/** The lists of one workbook that were matched by key, by the names of their sheets. */
export function listRegions(
  { sheets }: Correspondence,
  snapshot: Snapshot,
  side: 'official' | 'local',
): ReadonlyMap<string, readonly ListRegion[]> {
  return new Map(
    sheets.flatMap(({ keyed, ...pair }): [string, ListRegion[]][] => {
      const sheet = pair[side];
      if (sheet === null || keyed.length === 0) return [];
      const lists = keyed.map((table) => ({
        range: table[side],
        key: table.key.map(([ours, theirs]) => (side === 'official' ? ours : theirs)),
      }));
      return [[snapshot.sheets[sheet]!.name, lists]];
    }),
  );
}
