/**
 * How much each player makes of the worth of all, in whatever order they join (Shapley 1953): the mean of what it adds over all orders.
 * `worth[S]` is what coalition S is worth, for all 2ⁿ of them; the amounts sum to `worth[all] − worth[none]`.
 */
export function shapleyAmounts(worth: Float64Array): number[] {
  const players = Math.log2(worth.length);
  const weights = Array.from({ length: players }, (_, size) => orders(size, players));
  const amounts = new Array<number>(players).fill(0);
  for (let coalition = 0; coalition < worth.length; coalition++) {
    const size = bitCount(coalition);
    for (let player = 0; player < players; player++) {
      if ((coalition & (1 << player)) === 0) amounts[player]! += weights[size]! * (worth[coalition | (1 << player)]! - worth[coalition]!);
    }
  }
  return amounts;
}

/**
 * What each two players add together beyond what each adds alone, as a mean over all orders (Grabisch and Roubens 1999, the Shapley
 * interaction index): `[i][j]` for i < j.
 */
export function interactionAmounts(worth: Float64Array): number[][] {
  const players = Math.log2(worth.length);
  const amounts = Array.from({ length: players }, () => new Array<number>(players).fill(0));
  const weights = Array.from({ length: Math.max(0, players - 1) }, (_, size) => orders(size, players - 1));
  for (let coalition = 0; coalition < worth.length; coalition++) {
    const weight = weights[bitCount(coalition)];
    if (weight === undefined) continue;
    for (let i = 0; i < players; i++) {
      if ((coalition & (1 << i)) !== 0) continue;
      for (let j = i + 1; j < players; j++) {
        if ((coalition & (1 << j)) !== 0) continue;
        const [withI, withJ] = [coalition | (1 << i), coalition | (1 << j)];
        amounts[i]![j]! += weight * (worth[withI | withJ]! - worth[withI]! - worth[withJ]! + worth[coalition]!);
      }
    }
  }
  return amounts;
}

/** The share of orders in which exactly a given `size` of the other players come before one: size!·(players−size−1)!/players!. */
export function orders(size: number, players: number): number {
  let share = 1 / players;
  for (let k = 1; k <= size; k++) share *= k / (players - k);
  return share;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
