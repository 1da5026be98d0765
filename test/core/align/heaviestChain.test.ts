import fc from 'fast-check';
import { heaviestChain } from '../../../src/core/align/heaviestChain';

const candidates = fc
  .array(fc.record({ a: fc.nat({ max: 6 }), b: fc.nat({ max: 6 }), weight: fc.integer({ min: 1, max: 4 }) }), { maxLength: 9 })
  .map((all) => all.sort((one, other) => one.a - other.a));

/** The most that any choice of candidates weighs that rises on both sides. */
function heaviest(all: readonly { readonly a: number; readonly b: number; readonly weight: number }[]): number {
  const best = all.map(({ weight }) => weight);
  all.forEach(({ a, b, weight }, c) =>
    all.slice(0, c).forEach((before, k) => {
      if (before.a < a && before.b < b) best[c] = Math.max(best[c]!, best[k]! + weight);
    }),
  );
  return Math.max(0, ...best);
}

test('a chain rises on both sides and nothing that does weighs more', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const chain = heaviestChain(
        all.map(({ a }) => a),
        all.map(({ b }) => b),
        all.map(({ weight }) => weight),
      ).map((c) => all[c]!);
      chain.slice(1).forEach(({ a, b }, k) => expect([a > chain[k]!.a, b > chain[k]!.b]).toEqual([true, true]));
      expect(chain.reduce((sum, { weight }) => sum + weight, 0)).toBe(heaviest(all));
    }),
    { numRuns: 1_000 },
  );
});

test('candidates that rise anyway are all in the chain', () => {
  expect(heaviestChain([0, 1, 4], [2, 3, 9], [1, 4, 2])).toEqual([0, 1, 2]);
});
