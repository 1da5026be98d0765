import type { Coalitions } from './Coalitions';

/**
 * The drivers in groups that can be switched one by one: drivers of which one gives a headline no number without the other go together, as
 * a formula and the row that it refers to. Groups are in the order of their first drivers.
 */
export function joinDependent(coalitions: Coalitions, proceed: () => void = () => undefined): readonly (readonly number[])[] {
  let groups: readonly (readonly number[])[] = Array.from({ length: coalitions.drivers }, (_, driver) => [driver]);
  // Each round joins two groups, so that it ends.
  for (let next = joinTwo(coalitions, groups, proceed); next !== null; next = joinTwo(coalitions, groups, proceed)) groups = next;
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

function joinTwo(
  coalitions: Coalitions,
  groups: readonly (readonly number[])[],
  proceed: () => void,
): readonly (readonly number[])[] | null {
  const grouped = groupCoalitions(coalitions, groups);
  const all = 2 ** groups.length - 1;
  const any = grouped.reach.reduce((bits, reach) => bits | reach, 0);
  const reaching = groups.map((_, k) => k).filter((k) => (any & (1 << k)) !== 0);
  const failures = (coalition: number): number => {
    proceed();
    return grouped.evaluate(coalition).filter((value) => value === null).length;
  };
  // A headline that is no number even so is nobody's fault.
  const least = Math.max(failures(0), failures(all));
  for (const one of reaching) {
    for (const start of [0, all]) {
      const alone = start ^ (1 << one);
      const wrong = failures(alone);
      if (wrong <= least) continue;
      const others = reaching.filter((other) => other !== one);
      const helps = (...partners: readonly number[]): boolean => failures(partners.reduce((bits, k) => bits ^ (1 << k), alone)) < wrong;
      // Where no one other helps, two may; the second of them joins in the next round.
      const partner = others.find((other) => helps(other)) ?? others.find((a) => others.some((b) => b > a && helps(a, b)));
      if (partner !== undefined) return join(groups, one, partner);
    }
  }
  return null;
}

function join(groups: readonly (readonly number[])[], one: number, other: number): readonly (readonly number[])[] {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  return groups.flatMap((group, k) => (k === first ? [[...group, ...groups[second]!]] : k === second ? [] : [group]));
}
