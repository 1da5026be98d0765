import type { Steps } from '../Steps';
import type { Coalitions } from './Coalitions';

/**
 * The drivers in groups that can be switched one by one: drivers of which one gives a headline no number without the other go together, as
 * a formula and the row that it refers to. Groups are in the order of their first drivers. No group reaches over two of `unions`.
 */
export function* joinDependent(
  coalitions: Coalitions,
  unions: readonly (readonly number[])[] = [Array.from({ length: coalitions.drivers }, (_, driver) => driver)],
): Steps<readonly (readonly number[])[]> {
  let groups: readonly (readonly number[])[] = Array.from({ length: coalitions.drivers }, (_, driver) => [driver]);
  // Each round joins two groups, so that it ends.
  for (let next = yield* joinTwo(coalitions, groups, unions); next !== null; next = yield* joinTwo(coalitions, groups, unions))
    groups = next;
  return groups;
}

/** The coalitions of groups of drivers; group k is bit k. */
export function groupCoalitions(coalitions: Coalitions, groups: readonly (readonly number[])[]): Coalitions {
  const masks = groups.map((group) => group.reduce((bits, driver) => bits | (1 << driver), 0));
  const spread = (coalition: number): number => masks.reduce((bits, mask, k) => ((coalition >> k) & 1 ? bits | mask : bits), 0);
  return {
    drivers: groups.length,
    costs: groups.map((group) => Math.max(...group.map((driver) => coalitions.costs[driver]!))),
    reach: coalitions.reach.map((reach) => masks.reduce((bits, mask, k) => ((reach & mask) !== 0 ? bits | (1 << k) : bits), 0)),
    evaluate: (coalition) => coalitions.evaluate(spread(coalition)),
  };
}

function* joinTwo(
  coalitions: Coalitions,
  groups: readonly (readonly number[])[],
  unions: readonly (readonly number[])[],
): Steps<readonly (readonly number[])[] | null> {
  const grouped = groupCoalitions(coalitions, groups);
  const all = 2 ** groups.length - 1;
  const any = grouped.reach.reduce((bits, reach) => bits | reach, 0);
  const reaching = groups.map((_, k) => k).filter((k) => (any & (1 << k)) !== 0);
  // A headline that is no number even so is nobody's fault.
  const least = Math.max(yield* failures(grouped, 0), yield* failures(grouped, all));
  for (const one of reaching) {
    for (const start of [0, all]) {
      const alone = start ^ (1 << one);
      const wrong = yield* failures(grouped, alone);
      if (wrong <= least) continue;
      const partner = yield* findPartner(
        reaching.filter(
          (other) => other !== one && unions.some((union) => union.includes(groups[one]![0]!) && union.includes(groups[other]![0]!)),
        ),
        function* (...partners) {
          return (
            (yield* failures(
              grouped,
              partners.reduce((bits, k) => bits ^ (1 << k), alone),
            )) < wrong
          );
        },
      );
      if (partner !== null) return join(groups, one, partner);
    }
  }
  return null;
}

/** The first that helps; where no one does by itself, the first of two that do: the second of them joins in the next round. */
function* findPartner(others: readonly number[], helps: (...partners: readonly number[]) => Steps<boolean>): Steps<number | null> {
  for (const other of others) if (yield* helps(other)) return other;
  for (const a of others) for (const b of others) if (b > a && (yield* helps(a, b))) return a;
  return null;
}

/** How many headlines are no number. How many more coalitions are to be tried nobody knows yet, so that it counts as no progress. */
function* failures(coalitions: Coalitions, coalition: number): Steps<number> {
  yield 0;
  return coalitions.evaluate(coalition).filter((value) => value === null).length;
}

function join(groups: readonly (readonly number[])[], one: number, other: number): readonly (readonly number[])[] {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  return groups.flatMap((group, k) => (k === first ? [[...group, ...groups[second]!]] : k === second ? [] : [group]));
}
