import fc from 'fast-check';
import { finishSteps } from '../../../src/core/Steps';
import { sampleAmounts } from '../../../src/core/explain/sampleAmounts';
import { interactionAmounts, shapleyAmounts } from '../../../src/core/explain/shapley';

const worth = fc
  .integer({ min: 0, max: 6 })
  .chain((players) =>
    fc
      .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 << players, maxLength: 1 << players })
      .map((values) => Float64Array.from(values)),
  );
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

describe('Shapley amounts', () => {
  it('sum to what all are worth beyond none', () => {
    fc.assert(
      fc.property(worth, (values) => {
        const total = shapleyAmounts(values).reduce((sum, amount) => sum + amount, 0);
        return Math.abs(total - (values[values.length - 1]! - values[0]!)) <= 1e-6;
      }),
    );
  });

  it('are negated when the sides are swapped', () => {
    fc.assert(
      fc.property(worth, (values) => {
        const all = values.length - 1;
        const swapped = values.map((_, coalition) => values[all ^ coalition]!);
        const amounts = shapleyAmounts(values);
        return shapleyAmounts(swapped).every((amount, k) => near(amount, -amounts[k]!));
      }),
    );
  });

  it('are nothing for one that never adds anything, and the same for two that always add the same', () => {
    fc.assert(
      fc.property(worth, (values) => {
        // Two players more: the last adds nothing; the one before does what the first does.
        const doubled = new Float64Array(values.length * 4).map((_, coalition) => values[coalition & (values.length - 1)]!);
        const amounts = shapleyAmounts(doubled);
        return amounts.slice(-2).every((amount) => amount === 0);
      }),
    );
    expect(shapleyAmounts(Float64Array.of(0, 3, 3, 10))).toEqual([5, 5]);
  });

  it('are the exact ones when each adds the same in any order, whatever is sampled', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 }), (adds) => {
        const sum = (coalition: number): number => adds.reduce((total, add, k) => total + ((coalition >> k) & 1) * add, 0);
        const { amounts } = finishSteps(sampleAmounts(adds.length, sum, { chance: Math.random, error: 0, most: 20 }));
        return amounts.every((amount, k) => near(amount, adds[k]!));
      }),
    );
  });

  it('are estimated within a few standard errors, and sum exactly', () => {
    const values = Float64Array.from({ length: 1 << 8 }, (_, s) => Math.sin(s) * 100 + s);
    let seed = 7;
    const chance = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const exact = shapleyAmounts(values);
    const { amounts, errors, orders } = finishSteps(sampleAmounts(8, (s) => values[s]!, { chance, error: 0.5, most: 20_000 }));
    expect(orders).toBeGreaterThan(16);
    amounts.forEach((amount, k) => expect(Math.abs(amount - exact[k]!)).toBeLessThan(5 * errors[k]! + 1e-9));
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(values[255]! - values[0]!, 6);
  });

  it('tell what two make only together', () => {
    // Price × volume: from 10 × 10 to 12 × 15.
    const interactions = interactionAmounts(Float64Array.of(100, 120, 150, 180));
    expect(interactions[0]![1]).toBeCloseTo(10);
    expect(interactionAmounts(Float64Array.of(0, 5, 7, 12))[0]![1]).toBe(0);
  });
});
