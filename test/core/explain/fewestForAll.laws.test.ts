import fc from 'fast-check';
import type { Coalitions } from '../../../src/core/explain/Coalitions';
import { fewestForAll } from '../../../src/core/explain/fewestForAll';
import { finishSteps } from '../../../src/core/Steps';

/** Headlines that are sums of what drivers add; `adds[headline][driver]`. */
function sums(adds: readonly (readonly number[])[]): Coalitions {
  const drivers = adds[0]!.length;
  return {
    drivers,
    costs: Array.from({ length: drivers }, () => 1),
    reach: adds.map((row) => row.reduce((bits, add, k) => (add === 0 ? bits : bits | (1 << k)), 0)),
    evaluate: (on) => adds.map((row) => row.reduce((sum, add, k) => sum + ((on >> k) & 1) * add, 0)),
  };
}

const near = (tolerance: number) => (value: number | null) => (value === null ? 9 : Math.abs(value) <= tolerance ? 0 : Math.abs(value));
const bitsOf = (drivers: readonly number[]) => drivers.reduce((bits, driver) => bits | (1 << driver), 0);

function fewest(adds: readonly (readonly number[])[], tolerance: number) {
  const coalitions = sums(adds);
  return finishSteps(
    fewestForAll(
      coalitions,
      adds.map(() => near(tolerance)),
    ),
  );
}

/** The size of the smallest choice, by looking at all of them. */
function smallest(adds: readonly (readonly number[])[], tolerance: number): number {
  const coalitions = sums(adds);
  const all = 2 ** coalitions.drivers - 1;
  let best = coalitions.drivers;
  for (let taken = 0; taken <= all; taken++) {
    if (coalitions.evaluate(all ^ taken).some((value) => Math.abs(value!) > tolerance)) continue;
    best = Math.min(best, taken.toString(2).replaceAll('0', '').length);
  }
  return best;
}

const matrix = (drivers: number) =>
  fc.array(fc.array(fc.integer({ min: -6, max: 6 }), { minLength: drivers, maxLength: drivers }), { minLength: 1, maxLength: 3 });

describe('the fewest drivers for all headlines', () => {
  it('are the fewest, and make all agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }).chain(matrix), fc.integer({ min: 0, max: 4 }), (adds, tolerance) => {
        const found = fewest(adds, tolerance)!;
        const all = 2 ** adds[0]!.length - 1;
        expect(found.exact).toBe(true);
        expect(
          sums(adds)
            .evaluate(all ^ bitsOf(found.drivers))
            .every((value) => Math.abs(value!) <= tolerance),
        ).toBe(true);
        expect(found.drivers).toHaveLength(smallest(adds, tolerance));
      }),
    );
  });

  it('make all agree where there are too many to try, none of them needless, and are not said to be the fewest', () => {
    fc.assert(
      fc.property(matrix(16), (adds) => {
        const found = fewest(adds, 0)!;
        const all = 2 ** 16 - 1;
        const agree = (drivers: readonly number[]) =>
          sums(adds)
            .evaluate(all ^ bitsOf(drivers))
            .every((value) => value === 0);
        expect(agree(found.drivers)).toBe(true);
        if (found.exact) return;
        for (const driver of found.drivers) expect(agree(found.drivers.filter((other) => other !== driver))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('are none where even all of them leave a headline off', () => {
    const coalitions = sums([[3, 4]]);
    expect(finishSteps(fewestForAll({ ...coalitions, evaluate: (on) => [coalitions.evaluate(on)[0]! + 1] }, [near(0)]))).toBeNull();
  });

  it('need not be those with the largest amounts: what two make together is calculated', () => {
    const product: Coalitions = {
      drivers: 3,
      costs: [1, 1, 1],
      reach: [7],
      evaluate: (on) => [(on & 1 ? 0 : 1) * (on & 2 ? 20 : 10) + (on & 4 ? 1 : 0) - 10],
    };
    expect(finishSteps(fewestForAll(product, [near(0)]))).toEqual({ drivers: [0, 1, 2], exact: true });
  });
});
