import type { Steps } from '../Steps';
import { bitsOf } from './bitsOf';
import type { Bridge, BridgeBar } from './Bridge';
import { tabulate, type Coalitions, type CoalitionTable } from './Coalitions';
import { isExactAffordable, samplingEffort } from './effort';
import { sampleAmounts, type SampleOptions } from './sampleAmounts';
import { interactionAmounts, shapleyAmounts } from './shapley';

/** A headline whose gap is to be explained; both values are what the workbooks store. */
export interface GapToBridge {
  readonly name: string;
  readonly official: number;
  readonly local: number;
}

/** What two drivers make only together is told from this share of the gap on. */
const NOTABLE = 0.05;
/** What counts as nothing beside what it is compared with. */
const NOTHING = 1e-9;

/**
 * The bridge of each headline, null for one that some coalition has no number for. `ids` are those of the drivers, in their order. A step is
 * a coalition.
 */
export function* bridgeHeadlines(
  coalitions: Coalitions,
  headlines: readonly GapToBridge[],
  ids: readonly string[],
): Steps<readonly (Bridge | null)[]> {
  const reaching = bitsOf(coalitions.reach.reduce((bits, reach) => bits | reach, 0));
  const cost = Math.max(1, ...coalitions.costs);
  if (isExactAffordable(reaching.length, cost)) {
    const table = yield* tabulate(coalitions);
    return headlines.map((headline, k) => exactBridge(headline, k, table, coalitions.reach[k]!, ids));
  }
  const known = new Map<number, readonly (number | null)[]>();
  const worth = (coalition: number): readonly (number | null)[] => {
    let values = known.get(coalition);
    if (values === undefined) known.set(coalition, (values = coalitions.evaluate(coalition)));
    return values;
  };
  const bridges: (Bridge | null)[] = [];
  for (const [k, headline] of headlines.entries()) {
    const steps = sampledBridge(
      headline,
      k,
      worth,
      coalitions.reach[k]!,
      ids,
      samplingEffort(reaching.length, cost, headline.local - headline.official),
    );
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        bridges.push(step.value);
        break;
      }
      yield (k + step.value) / headlines.length;
    }
  }
  return bridges;
}

function exactBridge(
  headline: GapToBridge,
  at: number,
  { drivers, values }: CoalitionTable,
  reach: number,
  ids: readonly string[],
): Bridge | null {
  const worth = values[at]!;
  if (worth.some(Number.isNaN)) return null;
  const amounts = shapleyAmounts(worth);
  const gap = headline.local - headline.official;
  const bars = drivers.flatMap((driver, k): BridgeBar[] =>
    (reach & (1 << driver)) !== 0 ? [{ driver: ids[driver]!, amount: tidy(amounts[k]!, gap), error: 0 }] : [],
  );
  const pairs = interactionAmounts(worth).flatMap((row, i) =>
    row.flatMap((amount, j) =>
      Math.abs(amount) > NOTABLE * Math.abs(gap) ? [{ drivers: [ids[drivers[i]!]!, ids[drivers[j]!]!] as const, amount }] : [],
    ),
  );
  return {
    ...bridgeOf(headline, bars, worth[worth.length - 1]! - worth[0]!, reach, ids),
    exact: true,
    interactions: pairs.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    fewest: fewestDrivers(worth, headline, drivers)?.map((driver) => ids[driver]!) ?? null,
  };
}

function* sampledBridge(
  headline: GapToBridge,
  at: number,
  worth: (coalition: number) => readonly (number | null)[],
  reach: number,
  ids: readonly string[],
  effort: SampleOptions,
): Steps<Bridge | null> {
  const drivers = bitsOf(reach);
  let isNumber = true;
  const worthOf = (coalition: number): number => {
    const value = worth(drivers.reduce((bits, driver, k) => ((coalition >> k) & 1 ? bits | (1 << driver) : bits), 0))[at] ?? null;
    if (value === null) isNumber = false;
    return value ?? 0;
  };
  const gap = headline.local - headline.official;
  const { amounts, errors } = yield* sampleAmounts(drivers.length, worthOf, effort);
  if (!isNumber) return null;
  const bars = drivers.map((driver, k) => ({ driver: ids[driver]!, amount: tidy(amounts[k]!, gap), error: errors[k]! }));
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return { ...bridgeOf(headline, bars, sum, reach, ids), exact: false, interactions: [], fewest: null };
}

function bridgeOf(
  { name, official, local }: GapToBridge,
  bars: readonly BridgeBar[],
  explained: number,
  reach: number,
  ids: readonly string[],
) {
  const gap = local - official;
  return {
    headline: name,
    gap,
    bars: [...bars].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    unexplained: tidy(gap - explained, Math.max(Math.abs(official), Math.abs(local))),
    apart: ids.filter((_, driver) => (reach & (1 << driver)) === 0),
  };
}

/** The fewest drivers to take from official so that the headline agrees; null when it takes all of them or never does. */
function fewestDrivers(worth: Float64Array, { official, local }: GapToBridge, drivers: readonly number[]): number[] | null {
  const all = worth.length - 1;
  const near = NOTHING * Math.max(1, Math.abs(official), Math.abs(local));
  let best: number | null = null;
  for (let taken = 1; taken < all; taken++) {
    if (Math.abs(worth[all ^ taken]! - official) > near) continue;
    if (best === null || bitsOf(taken).length < bitsOf(best).length) best = taken;
  }
  return best === null ? null : bitsOf(best).map((k) => drivers[k]!);
}

function tidy(amount: number, beside: number): number {
  return Math.abs(amount) <= NOTHING * Math.abs(beside) ? 0 : amount;
}
