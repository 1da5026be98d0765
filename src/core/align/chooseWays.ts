/** How many cells must find their equal for one line more to be laid out unlike the one before. */
export const CHANGE_OF_WAY = 3;

/** The way of each line, by number, that lets most cells find their equal while a change of way costs; among equals the first (Viterbi 1967). */
export function chooseWays(scores: readonly Float64Array[], count: number): Uint8Array {
  const ways = scores.length;
  let sums = new Float64Array(ways);
  const from = new Uint8Array(count * ways);
  for (let k = 0; k < count; k++) {
    let top = 0;
    for (let w = 1; w < ways; w++) if (sums[w]! > sums[top]!) top = w;
    const next = new Float64Array(ways);
    for (let w = 0; w < ways; w++) {
      const stays = sums[w]! >= sums[top]! - CHANGE_OF_WAY;
      from[k * ways + w] = stays ? w : top;
      next[w] = (stays ? sums[w]! : sums[top]! - CHANGE_OF_WAY) + scores[w]![k]!;
    }
    sums = next;
  }
  const chosen = new Uint8Array(count);
  let way = 0;
  for (let w = 1; w < ways; w++) if (sums[w]! > sums[way]!) way = w;
  for (let k = count - 1; k >= 0; k--) {
    chosen[k] = way;
    way = from[k * ways + way]!;
  }
  return chosen;
}
