import { createChance } from './createChance';
import type { SampleOptions } from './sampleAmounts';

/** Estimates are good enough at this share of the gap. */
const ERROR = 0.001;
const MOST_ORDERS = 400;
/** With fewer, the error that is told with an estimate would say nothing. */
const FEWEST_ORDERS = 6;
/** Up to so many players all coalitions are calculated. */
const EXACT_UP_TO = 12;
/** More cells than people wait for. */
const MOST_CELLS = 20_000_000;
/** Always the same, so that an estimate is the same on every run. */
const SEED = 1;

/** True when all coalitions of so many players can be calculated while someone waits, `cost` cells each. */
export function isExactAffordable(players: number, cost: number): boolean {
  return players <= EXACT_UP_TO && 2 ** players * cost <= MOST_CELLS;
}

/** How long to go on sampling otherwise, for a headline with this gap. */
export function samplingEffort(players: number, cost: number, gap: number): Required<Omit<SampleOptions, 'apart'>> {
  const affordable = MOST_CELLS / (cost * players);
  return {
    chance: createChance(SEED),
    error: Math.abs(gap) * ERROR,
    most: Math.max(FEWEST_ORDERS, Math.min(MOST_ORDERS, affordable)),
  };
}
