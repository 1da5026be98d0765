import fc from 'fast-check';
import { finishSteps } from '../../../src/core/Steps';
import { bridgeHeadlines } from '../../../src/core/explain/bridgeHeadlines';
import type { Coalitions } from '../../../src/core/explain/Coalitions';
import { groupCoalitions } from '../../../src/core/explain/joinDependent';
import { openDriver, type OpenedDriver } from '../../../src/core/explain/openDriver';

/** Two headlines of drivers that add something each and more with the next one; `parts` of them are one driver that is opened. */
const split = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 12 })).chain(([parts, others]) =>
  fc.record({
    parts: fc.constant(parts),
    adds: fc.array(fc.integer({ min: -500, max: 500 }), { minLength: parts + others, maxLength: parts + others }),
    together: fc.integer({ min: -100, max: 100 }),
  }),
);

function coalitionsOf({ adds, together }: { adds: readonly number[]; together: number }): Coalitions {
  const has = (on: number, k: number): number => (on >> k) & 1;
  const first = adds.reduce((bits, add, k) => (add === 0 ? bits : bits | (1 << k)), 0);
  return {
    drivers: adds.length,
    costs: adds.map(() => 1),
    reach: [first, 1],
    evaluate: (on) => [
      adds.reduce((sum, add, k) => sum + has(on, k) * (add + (add && adds[k + 1] ? has(on, k + 1) * together : 0)), 1000),
      7 + 3 * has(on, 0),
    ],
  };
}

/** The bridge with the parts as one driver, and what opening that gives. */
function opened(coalitions: Coalitions, parts: number): { readonly amounts: number[]; readonly result: OpenedDriver } {
  const all = Array.from({ length: coalitions.drivers }, (_, k) => k);
  const whole = groupCoalitions(coalitions, [all.slice(0, parts), ...all.slice(parts).map((k) => [k])]);
  const [from, to] = [coalitions.evaluate(0), coalitions.evaluate(2 ** coalitions.drivers - 1)];
  const gaps = coalitions.reach.map((_, k) => ({ name: `${k}`, official: from[k]!, local: to[k]! }));
  const ids = Array.from({ length: whole.drivers }, (_, k) => `${k}`);
  const amounts = finishSteps(bridgeHeadlines(whole, gaps, ids)).map(
    (bridge) => bridge!.bars.find(({ driver }) => driver === '0')?.amount ?? 0,
  );
  const result = finishSteps(
    openDriver(
      coalitions,
      parts,
      amounts,
      gaps.map(({ official, local }) => local - official),
    ),
  );
  return { amounts, result };
}

describe('a driver that is opened', () => {
  it('gives its parts what sums to its own amount; a part with no path to the headline gets nothing', () => {
    fc.assert(
      fc.property(split, (one) => {
        const { amounts, result } = opened(coalitionsOf(one), one.parts);
        expect(result.parts).toEqual(Array.from({ length: one.parts }, (_, part) => [part]));
        result.headlines.forEach((headline, k) => {
          expect(headline!.amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(amounts[k]!, 6);
          headline!.amounts.forEach((amount, part) => {
            if ((coalitionsOf(one).reach[k]! & (1 << part)) === 0) expect(amount).toBe(0);
          });
        });
        expect(result.headlines[0]!.exact).toBe(one.adds.filter((add, k) => k === 0 || add !== 0).length <= 12);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each part all it does alone and half of what it does with one other', () => {
    const { amounts, result } = opened(coalitionsOf({ adds: [10, 20, 40], together: 6 }), 2);
    expect(amounts).toEqual([10 + 20 + 6 + 3, 3]);
    expect(result.headlines[0]!.amounts.map((amount) => Number(amount.toFixed(9)))).toEqual([10 + 3, 20 + 3 + 3]);
  });

  it('takes parts together that are no number one without the other, never with another driver', () => {
    const evaluate = (on: number): (number | null)[] => [(on & 3) === 1 ? null : on & 4 ? 50 : on & 1 ? 20 : 10];
    const { result } = opened({ drivers: 4, costs: [1, 1, 1, 1], reach: [15], evaluate }, 3);
    expect(result.parts).toEqual([[0, 1], [2]]);
    expect(result.headlines[0]!.amounts).toEqual([5, 35]);
    const alone = (on: number): (number | null)[] => [(on & 5) === 1 ? null : on];
    expect(finishSteps(openDriver({ drivers: 3, costs: [1, 1, 1], reach: [7], evaluate: alone }, 2, [3], [7]))).toEqual({
      parts: [[0], [1]],
      headlines: [null],
    });
  });
});
