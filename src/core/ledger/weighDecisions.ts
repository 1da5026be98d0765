import type { Comparison } from '../compare/Comparison';
import type { Difference } from '../compare/Difference';
import { groupBy } from '../groupBy';
import { isSameAspect, isSameSide } from './changeDecisions';
import { decidedDifference } from './decidedDifference';
import type { DecidedNow, StaleReason, WeighedDecisions } from './DecidedNow';
import type { DecidedDifference, Decision } from './Decision';
import { isSameDecided } from './isSameDecided';

interface Candidate {
  readonly id: string;
  readonly of: DecidedDifference;
}

/**
 * Finds the differences that were decided on and says whether the decisions still count `today` (`YYYY-MM-DD`). A difference is the one
 * decided on by its label and content, wherever it stands by now; by its place where one workbook still has it there and it has no label.
 * `labelOf` calls a difference as users see it.
 */
export function weighDecisions(
  { differences }: Pick<Comparison, 'differences'>,
  decisions: readonly Decision[],
  today: string,
  labelOf: (difference: Difference) => string,
): WeighedDecisions {
  if (decisions.length === 0) return { decided: [], gone: [] };
  const open = new OpenCandidates(differences.filter(({ role }) => role !== 'consequence').map((one) => candidateOf(one, labelOf)));
  const found = new Map<Decision, Candidate>();
  const sameLabel = groupBy(decisions, ({ of }) => keyOf(of.label));
  /** Those of the same label that were not found yet, the decision itself among them. */
  const rivalsOf = ({ of }: Decision): readonly Decision[] => sameLabel.get(keyOf(of.label))!.filter((other) => !found.has(other));
  const look = (find: (decision: Decision) => Candidate | undefined): void => {
    for (const decision of decisions) {
      if (found.has(decision)) continue;
      const candidate = find(decision);
      if (candidate === undefined) continue;
      found.set(decision, candidate);
      open.take(candidate);
    }
  };
  // What is certain goes first: a place that lines moved away from may hold what was decided on elsewhere.
  look(({ of }) => open.standing(of).find((one) => standsWhere(of, one.of) === 'both' && isUnchanged(of, one.of)));
  look((decision) => {
    const { of } = decision;
    const alike = open.near(of).filter((one) => isNear(of, one.of) && isUnchanged(of, one.of));
    // The decision itself claims each of them.
    if (alike.length < 2) return alike[0];
    const claims = rivalsOf(decision).filter((rival) => alike.some((one) => isNear(rival.of, one.of) && isUnchanged(rival.of, one.of)));
    return alike.length <= claims.length ? alike[0] : undefined;
  });
  look(({ of }) => open.standing(of).find((one) => isSameAspect(of, one.of) && standsWhere(of, one.of) === 'both'));
  look(({ of }) => {
    const alike = open.near(of).filter((one) => isNear(of, one.of) && isSameAspect(of, one.of));
    return alike.length === 1 ? alike[0] : undefined;
  });
  look(({ of }) => open.at(of).find((one) => standsWhere(of, one.of) === 'both' && isUnchanged(of, one.of)));
  return {
    decided: decisions.flatMap((decision) => {
      const candidate = found.get(decision);
      return candidate === undefined ? [] : [weigh(decision, candidate, today)];
    }),
    gone: decisions.filter((decision) => !found.has(decision)),
  };
}

function weigh(decision: Decision, { id, of: now }: Candidate, today: string): DecidedNow {
  const { of: then, reviewBy, kind } = decision;
  const isRenamed = then.label !== '' && now.label !== '' && keyOf(then.label) !== keyOf(now.label);
  const why: StaleReason[] = [
    ...(isSameDecided(then.official, now.official) ? [] : ['official' as const]),
    ...(isSameDecided(then.local, now.local) ? [] : ['local' as const]),
    ...(now.cells > then.cells ? ['more' as const] : []),
    ...(isRenamed ? ['renamed' as const] : []),
    ...(reviewBy !== null && today > reviewBy ? ['date' as const] : []),
  ];
  const state = why.length > 0 ? 'stale' : kind === 'exception' ? 'settled' : 'proposed';
  return { difference: id, decision, state, why };
}

function candidateOf(difference: Difference, labelOf: (difference: Difference) => string): Candidate {
  return { id: difference.id, of: decidedDifference(difference, labelOf(difference)) };
}

function isUnchanged(then: DecidedDifference, now: DecidedDifference): boolean {
  return isSameAspect(then, now) && isSameDecided(then.official, now.official) && isSameDecided(then.local, now.local);
}

/** In how many of the workbooks that have both it stands where it stood. */
function standsWhere(then: DecidedDifference, now: DecidedDifference): 'both' | 'one' | 'none' {
  const same = (['official', 'local'] as const).flatMap((side) =>
    then[side] === null || now[side] === null ? [] : [isSameSide(then[side], now[side])],
  );
  if (!same.includes(true)) return 'none';
  return same.includes(false) ? 'one' : 'both';
}

/** Without a label, one workbook at least has to have it where it was; with one, on the sheet where it was. */
function isNear(then: DecidedDifference, now: DecidedDifference): boolean {
  if (then.label === '') return standsWhere(then, now) !== 'none';
  return (['official', 'local'] as const).some((side) => {
    const [one, other] = [then[side], now[side]];
    return one !== null && other !== null && one.sheet.toLowerCase() === other.sheet.toLowerCase();
  });
}

const keyOf = (label: string): string => label.trim().toLowerCase();

/** The differences that no decision was found for yet. */
class OpenCandidates {
  readonly #byLabel: ReadonlyMap<string, readonly Candidate[]>;
  readonly #byPlace: ReadonlyMap<string, readonly Candidate[]>;
  /** By label and where one of the workbooks has them. */
  readonly #bySide = new Map<string, Candidate[]>();
  readonly #order: ReadonlyMap<Candidate, number>;
  readonly #taken = new Set<Candidate>();

  constructor(all: readonly Candidate[]) {
    this.#byLabel = groupBy(all, ({ of }) => keyOf(of.label));
    this.#byPlace = groupBy(all, ({ of }) => placeOf(of));
    this.#order = new Map(all.map((candidate, at) => [candidate, at]));
    for (const candidate of all) {
      for (const key of sidesOf(candidate.of)) {
        const known = this.#bySide.get(key);
        if (known === undefined) this.#bySide.set(key, [candidate]);
        else known.push(candidate);
      }
    }
  }

  /** Those of its label that one workbook at least has where it stands, in their order. */
  standing(of: DecidedDifference): readonly Candidate[] {
    const all = new Set(sidesOf(of).flatMap((key) => this.#bySide.get(key) ?? []));
    return [...all].filter((one) => !this.#taken.has(one)).sort((a, b) => this.#order.get(a)! - this.#order.get(b)!);
  }

  /** Those of its label that may be near it, in their order. */
  near(of: DecidedDifference): readonly Candidate[] {
    if (of.label === '') return this.standing(of);
    return (this.#byLabel.get(keyOf(of.label)) ?? []).filter((one) => !this.#taken.has(one));
  }

  at(of: DecidedDifference): readonly Candidate[] {
    return (this.#byPlace.get(placeOf(of)) ?? []).filter((one) => !this.#taken.has(one));
  }

  take(candidate: Candidate): void {
    this.#taken.add(candidate);
  }
}

function placeOf({ official, local }: DecidedDifference): string {
  const side = official ?? local;
  return side === null ? '' : `${side.sheet.toLowerCase()}!${side.address}`;
}

function sidesOf({ label, official, local }: DecidedDifference): string[] {
  return Object.entries({ official, local }).flatMap(([which, side]) =>
    side === null ? [] : [`${which} ${side.sheet.toLowerCase()}!${side.address} ${keyOf(label)}`],
  );
}
