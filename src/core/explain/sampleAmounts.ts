import type { Steps } from '../Steps';

/** Amounts estimated from some of the orders in which players can join. */
export interface SampledAmounts {
  readonly amounts: readonly number[];
  /** By player, the standard error of its amount. */
  readonly errors: readonly number[];
  /** How many orders were tried. */
  readonly orders: number;
}

export interface SampleOptions {
  /** Players that join too but get nothing here, numbered behind the others; no one of them joins between two of the others. */
  readonly apart?: number;
  /** A number in [0, 1) each time. */
  readonly chance: () => number;
  /** Ends when every standard error is below this. */
  readonly error: number;
  /** Orders to try at most. */
  readonly most: number;
}

/** Before so many pairs of orders nothing is known about the error. */
const FEWEST_PAIRS = 8;

/**
 * Shapley amounts from antithetic orders, each tried forwards and backwards (Mitchell et al. 2022, "Sampling Permutations for Shapley
 * Value Estimation"). Those of each order sum exactly to what all players are worth, so the means do.
 */
export function* sampleAmounts(
  players: number,
  worth: (coalition: number) => number,
  { apart = 0, chance, error, most }: SampleOptions,
): Steps<SampledAmounts> {
  const allApart = (2 ** apart - 1) * 2 ** players;
  const sums = new Float64Array(players);
  const squares = new Float64Array(players);
  const known = new Map<number, number>();
  const worthOf = (coalition: number): number => {
    let value = known.get(coalition);
    if (value === undefined) known.set(coalition, (value = worth(coalition)));
    return value;
  };
  const errorsAfter = (pairs: number): number[] =>
    Array.from(sums, (sum, k) => Math.sqrt(Math.max(0, squares[k]! / pairs - (sum / pairs) ** 2) / Math.max(1, pairs - 1)));
  let pairs = 0;
  while (pairs * 2 < most) {
    const order = shuffled(players, chance);
    const first = joinedFirst(players, apart, chance);
    const amounts = new Float64Array(players);
    for (const [way, start] of [[order, first] as const, [[...order].reverse(), allApart & ~first] as const]) {
      let coalition = start;
      let before = worthOf(start);
      for (const player of way) {
        coalition |= 1 << player;
        const after = worthOf(coalition);
        amounts[player]! += (after - before) / 2;
        before = after;
        yield (pairs * 2) / most;
      }
    }
    amounts.forEach((amount, k) => {
      sums[k]! += amount;
      squares[k]! += amount * amount;
    });
    pairs++;
    if (pairs >= FEWEST_PAIRS && errorsAfter(pairs).every((each) => each <= error)) break;
  }
  return { amounts: Array.from(sums, (sum) => sum / pairs), errors: errorsAfter(pairs), orders: pairs * 2 };
}

/** Those of the players apart that join before the others do. */
function joinedFirst(players: number, apart: number, chance: () => number): number {
  if (apart === 0) return 0;
  const order = shuffled(apart + 1, chance);
  return order.slice(0, order.indexOf(apart)).reduce((bits, player) => bits | (1 << (players + player)), 0);
}

function shuffled(count: number, chance: () => number): number[] {
  const order = Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(chance() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
