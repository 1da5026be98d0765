import type { Steps } from '../Steps';
import type { Coalitions } from './Coalitions';

/** The fewest drivers found whose sync makes every headline agree. */
export interface FewestDrivers {
  readonly drivers: readonly number[];
  /** True when no fewer do; false when there were too many to try them all. */
  readonly exact: boolean;
}

/** How far a headline with this value is from agreeing: 0 when it does, 1 when it is as far off as now, more when it got worse. */
export type Distance = (value: number | null) => number;

/** Up to so many drivers that reach a headline all choices are tried. */
const EXACT_UP_TO = 12;
/** Beyond, so many drivers or fewer are all tried, and then one is taken after the other. */
const TRIED_ALL = 2;

/**
 * The fewest drivers to take from official so that all headlines agree, `distances` being theirs; null when even all of them do not. Every
 * choice is calculated, as amounts of single drivers say nothing about several. A step is one that was tried.
 */
export function* fewestForAll(coalitions: Coalitions, distances: readonly Distance[]): Steps<FewestDrivers | null> {
  const any = coalitions.reach.reduce((bits, reach) => bits | reach, 0);
  const reaching = Array.from({ length: coalitions.drivers }, (_, k) => k).filter((k) => (any & (1 << k)) !== 0);
  const away = (taken: readonly number[]): number => {
    const values = coalitions.evaluate(taken.reduce((bits, driver) => bits & ~(1 << driver), any));
    return distances.reduce((sum, distance, k) => sum + distance(values[k] ?? null), 0);
  };
  yield 0;
  if (away(reaching) > 0) return null;
  const all = reaching.length <= EXACT_UP_TO;
  for (let size = 0; size <= (all ? reaching.length : TRIED_ALL); size++) {
    for (const drivers of choices(reaching, size)) {
      yield size / reaching.length;
      if (away(drivers) === 0) return { drivers, exact: true };
    }
  }
  return { drivers: yield* oneByOne(reaching, away), exact: false };
}

/** The one that brings headlines nearest first, then the next; at last those are left out again that later ones made needless. */
function* oneByOne(reaching: readonly number[], away: (taken: readonly number[]) => number): Steps<readonly number[]> {
  let taken: readonly number[] = [];
  while (away(taken) > 0) {
    let best = { driver: -1, left: Infinity };
    for (const driver of reaching) {
      if (taken.includes(driver)) continue;
      yield taken.length / reaching.length;
      const left = away([...taken, driver]);
      if (left < best.left) best = { driver, left };
    }
    taken = [...taken, best.driver];
  }
  for (const driver of taken) {
    yield 1;
    const without = taken.filter((other) => other !== driver);
    if (away(without) === 0) taken = without;
  }
  return [...taken].sort((a, b) => a - b);
}

function* choices(from: readonly number[], size: number, start = 0): Generator<readonly number[]> {
  if (size === 0) return yield [];
  for (let k = start; k <= from.length - size; k++) for (const rest of choices(from, size - 1, k + 1)) yield [from[k]!, ...rest];
}
