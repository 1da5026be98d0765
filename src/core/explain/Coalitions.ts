import type { Steps } from '../Steps';

/** What headlines are worth with some drivers as local has them and the others as official has them. */
export interface Coalitions {
  /** How many drivers there are; driver k is bit k of a coalition. */
  readonly drivers: number;
  /** By driver, about how many cells are calculated when it is switched. */
  readonly costs: readonly number[];
  /** By headline, the bits of the drivers that reach it. */
  readonly reach: readonly number[];
  /** By headline, its value with the drivers of a coalition as local has them; null where that is no number. */
  evaluate(coalition: number): readonly (number | null)[];
}

/** The values of every headline in all coalitions of the drivers that reach any; by coalition, counted over those drivers alone. */
export interface CoalitionTable {
  /** The drivers that reach any headline, the cheapest to switch first. */
  readonly drivers: readonly number[];
  /** By headline, by coalition of these drivers; NaN where that is no number. */
  readonly values: readonly Float64Array[];
}

/**
 * All coalitions, each one driver away from the one before (a Gray code, Bitner, Ehrlich and Reingold 1976), in which the first driver is
 * switched every other time and the last one twice, so that little has to be calculated for each.
 */
export function* tabulate(coalitions: Coalitions): Steps<CoalitionTable> {
  const any = coalitions.reach.reduce((bits, reach) => bits | reach, 0);
  const drivers = Array.from({ length: coalitions.drivers }, (_, k) => k)
    .filter((k) => (any & (1 << k)) !== 0)
    .sort((a, b) => coalitions.costs[a]! - coalitions.costs[b]! || a - b);
  const size = 1 << drivers.length;
  const values = coalitions.reach.map(() => new Float64Array(size));
  for (let step = 0; step < size; step++) {
    const subset = step ^ (step >> 1);
    let coalition = 0;
    drivers.forEach((driver, k) => {
      if ((subset & (1 << k)) !== 0) coalition |= 1 << driver;
    });
    coalitions.evaluate(coalition).forEach((value, headline) => (values[headline]![subset] = value ?? NaN));
    yield (step + 1) / size;
  }
  return { drivers, values };
}
