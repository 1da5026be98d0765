import fc from 'fast-check';
import { bridgeHeadlines } from '../../../src/core/explain/bridgeHeadlines';
import { finishSteps } from '../../../src/core/Steps';
import type { Coalitions } from '../../../src/core/explain/Coalitions';

const bridgesOf = (...given: Parameters<typeof bridgeHeadlines>) => finishSteps(bridgeHeadlines(...given));

/** Headlines that are a sum of what drivers add and of what pairs of them add together. */
const game = fc.integer({ min: 1, max: 15 }).chain((drivers) =>
  fc.record({
    drivers: fc.constant(drivers),
    start: fc.integer({ min: -1000, max: 1000 }),
    adds: fc.array(fc.integer({ min: -500, max: 500 }), { minLength: drivers, maxLength: drivers }),
    together: fc.integer({ min: -100, max: 100 }),
    drift: fc.constantFrom(0, 0, 17),
  }),
);

function coalitionsOf({
  drivers,
  start,
  adds,
  together,
}: {
  drivers: number;
  start: number;
  adds: number[];
  together: number;
}): Coalitions {
  const reach = adds.reduce((bits, add, k) => (add === 0 ? bits : bits | (1 << k)), 0);
  return {
    drivers,
    costs: adds.map(() => 1),
    reach: [reach],
    evaluate: (on) => [
      start +
        adds.reduce((sum, add, k) => sum + ((on >> k) & 1) * add, 0) +
        (drivers > 1 && adds[0] && adds[1] && (on & 3) === 3 ? together : 0),
    ],
  };
}

describe('a bridge', () => {
  it('sums to the gap, what is unexplained included; what does not reach the headline has no bar', () => {
    fc.assert(
      fc.property(game, (one) => {
        const coalitions = coalitionsOf(one);
        const [last = 0] = coalitions.evaluate((1 << one.drivers) - 1);
        const headline = { name: 'Net', official: one.start, local: last! + one.drift };
        const ids = one.adds.map((_, k) => `d${k}`);
        const [bridge] = bridgesOf(coalitions, [headline], ids);
        const sum = bridge!.bars.reduce((total, { amount }) => total + amount, bridge!.unexplained);
        expect(sum).toBeCloseTo(bridge!.gap, 6);
        expect(bridge!.unexplained).toBeCloseTo(one.drift, 6);
        expect([...bridge!.bars.map(({ driver }) => driver), ...bridge!.apart].sort()).toEqual([...ids].sort());
        expect(bridge!.exact).toBe(one.adds.filter((add) => add !== 0).length <= 12);
      }),
    );
  });

  it('is the same, negated, with the models swapped', () => {
    fc.assert(
      fc.property(game, (one) => {
        const coalitions = coalitionsOf(one);
        const all = (1 << one.drivers) - 1;
        const swapped: Coalitions = { ...coalitions, evaluate: (on) => coalitions.evaluate(all ^ on) };
        const [official, local] = [coalitions.evaluate(0)[0]!, coalitions.evaluate(all)[0]!];
        const ids = one.adds.map((_, k) => `d${k}`);
        const amountsOf = (game: Coalitions, from: number, to: number): Record<string, number> =>
          Object.fromEntries(
            bridgesOf(game, [{ name: 'Net', official: from, local: to }], ids)[0]!.bars.map(({ driver, amount }) => [driver, amount]),
          );
        const [there, back] = [amountsOf(coalitions, official, local), amountsOf(swapped, local, official)];
        for (const [driver, amount] of Object.entries(there)) expect(back[driver]).toBeCloseTo(-amount, 4);
      }),
    );
  });

  it('names what two drivers make only together, and the fewest whose sync closes the gap', () => {
    const evaluate = (on: number): number[] => [(on & 1 ? 12 : 10) * (on & 2 ? 15 : 10) + (on & 4 ? 0 : 0)];
    const [bridge] = bridgesOf(
      { drivers: 3, costs: [1, 1, 1], reach: [3], evaluate },
      [{ name: 'Revenue', official: 100, local: 180 }],
      ['price', 'volume', 'note'],
    );
    expect(bridge).toEqual({
      headline: 'Revenue',
      gap: 80,
      bars: [
        { driver: 'volume', amount: 55, error: 0 },
        { driver: 'price', amount: 25, error: 0 },
      ],
      unexplained: 0,
      exact: true,
      interactions: [{ drivers: ['price', 'volume'], amount: 10 }],
      apart: ['note'],
      fewest: null,
    });
  });

  it('closes the gap with few where the others cancel out', () => {
    const adds = [5, -5, 40];
    const evaluate = (on: number): number[] => [adds.reduce((sum, add, k) => sum + ((on >> k) & 1) * add, 100)];
    const [bridge] = bridgesOf(
      { drivers: 3, costs: [1, 1, 1], reach: [7], evaluate },
      [{ name: 'Revenue', official: 100, local: 140 }],
      ['a', 'b', 'c'],
    );
    expect(bridge!.fewest).toEqual(['c']);
  });

  it('has none where a mixture of the two models gives no number', () => {
    const evaluate = (on: number): (number | null)[] => [on === 1 ? null : on];
    expect(bridgesOf({ drivers: 2, costs: [1, 1], reach: [3], evaluate }, [{ name: 'Net', official: 0, local: 3 }], ['a', 'b'])).toEqual([
      null,
    ]);
  });
});
