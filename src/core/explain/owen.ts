import { bitsOf } from './bitsOf';
import { orders } from './shapley';

/**
 * How much each player makes of the worth of all when some of them belong together (Owen 1977, "Values of games with a priori unions"):
 * the mean of what it adds over all orders in which no stranger joins between two of one union. Those of a union sum to what it makes as
 * one player (Shapley), however it is split: nothing that happens within a union changes what others get. `worth[S]` is what coalition S is
 * worth, for all 2ⁿ of them; `unions` are the bits of each union, every player in one of them.
 */
export function owenAmounts(worth: Float64Array, unions: readonly number[]): number[] {
  const amounts = new Array<number>(Math.log2(worth.length)).fill(0);
  unions.forEach((union, at) => {
    const others = unions.filter((_, k) => k !== at);
    const members = bitsOf(union);
    for (let chosen = 0; chosen < 2 ** others.length; chosen++) {
      const before = others.reduce((bits, other, k) => ((chosen >> k) & 1 ? bits | other : bits), 0);
      const share = orders(bitsOf(chosen).length, unions.length);
      // Every part of the union, the whole first.
      for (let part = union; ; part = (part - 1) & union) {
        const weight = share * orders(bitsOf(part).length, members.length);
        for (const member of members) {
          if ((part & (1 << member)) !== 0) continue;
          amounts[member]! += weight * (worth[before | part | (1 << member)]! - worth[before | part]!);
        }
        if (part === 0) break;
      }
    }
  });
  return amounts;
}
