import fc from 'fast-check';
import { finishSteps } from '../../../src/core/Steps';
import { owenAmounts } from '../../../src/core/explain/owen';
import { sampleAmounts } from '../../../src/core/explain/sampleAmounts';
import { shapleyAmounts } from '../../../src/core/explain/shapley';

/** A game of up to seven players, each in a union. */
const game = fc.integer({ min: 1, max: 7 }).chain((players) =>
  fc.record({
    worth: fc
      .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 << players, maxLength: 1 << players })
      .map((values) => Float64Array.from(values)),
    unions: fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: players, maxLength: players })
      .map((unionOf) =>
        [0, 1, 2, 3]
          .map((union) => unionOf.reduce((bits, own, player) => (own === union ? bits | (1 << player) : bits), 0))
          .filter((bits) => bits !== 0),
      ),
  }),
);
const sumOf = (amounts: readonly number[], bits = -1): number =>
  amounts.reduce((sum, amount, player) => ((bits >> player) & 1 ? sum + amount : sum), 0);
/** What unions are worth as players. */
const quotientOf = (worth: Float64Array, unions: readonly number[]): Float64Array =>
  Float64Array.from(
    { length: 1 << unions.length },
    (_, chosen) => worth[unions.reduce((bits, union, k) => ((chosen >> k) & 1 ? bits | union : bits), 0)]!,
  );

describe('Owen amounts', () => {
  it('of a union sum to what it makes as one player, so that all sum to the gap and splitting one changes no other', () => {
    fc.assert(
      fc.property(game, ({ worth, unions }) => {
        const amounts = owenAmounts(worth, unions);
        shapleyAmounts(quotientOf(worth, unions)).forEach((amount, k) => expect(sumOf(amounts, unions[k])).toBeCloseTo(amount, 6));
        expect(sumOf(amounts)).toBeCloseTo(worth[worth.length - 1]! - worth[0]!, 6);
      }),
    );
  });

  it('are those of Shapley where each is a union of its own, and where all are one', () => {
    fc.assert(
      fc.property(game, ({ worth }) => {
        const shapley = shapleyAmounts(worth);
        const each = shapley.map((_, player) => 1 << player);
        for (const unions of [each, [worth.length - 1]])
          owenAmounts(worth, unions).forEach((amount, player) => expect(amount).toBeCloseTo(shapley[player]!, 6));
      }),
    );
  });

  it('are negated when the sides are swapped', () => {
    fc.assert(
      fc.property(game, ({ worth, unions }) => {
        const swapped = worth.map((_, coalition) => worth[(worth.length - 1) ^ coalition]!);
        const amounts = owenAmounts(worth, unions);
        owenAmounts(swapped, unions).forEach((amount, player) => expect(amount).toBeCloseTo(-amounts[player]!, 6));
      }),
    );
  });

  it('are nothing for one that adds nothing, whose going changes no other, and the same for two alike in one union', () => {
    fc.assert(
      fc.property(game, fc.nat(), ({ worth, unions }, at) => {
        const players = Math.log2(worth.length);
        const joined = at % unions.length;
        const withNobody = new Float64Array(worth.length * 2).map((_, coalition) => worth[coalition & (worth.length - 1)]!);
        const amounts = owenAmounts(
          withNobody,
          unions.map((union, k) => (k === joined ? union | (1 << players) : union)),
        );
        expect(amounts[players]).toBe(0);
        owenAmounts(worth, unions).forEach((amount, player) => expect(amounts[player]).toBeCloseTo(amount, 6));
        // Whichever of the two is there does what player 0 did; both do no more.
        const withTwin = new Float64Array(worth.length * 2).map(
          (_, coalition) => worth[(coalition & (worth.length - 1)) | (coalition >> players)]!,
        );
        const twins = owenAmounts(
          withTwin,
          unions.map((union) => (union & 1 ? union | (1 << players) : union)),
        );
        expect(twins[players]).toBeCloseTo(twins[0]!, 6);
      }),
    );
  });

  it('are estimated within a few standard errors from orders that keep the union together', () => {
    const worth = Float64Array.from({ length: 1 << 8 }, (_, s) => Math.sin(s) * 100 + s);
    const exact = owenAmounts(worth, [0b111, ...[3, 4, 5, 6, 7].map((player) => 1 << player)]);
    let seed = 7;
    const chance = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const { amounts, errors } = finishSteps(sampleAmounts(3, (s) => worth[s]!, { apart: 5, chance, error: 0.5, most: 20_000 }));
    amounts.forEach((amount, k) => expect(Math.abs(amount - exact[k]!)).toBeLessThan(5 * errors[k]! + 1e-9));
    expect(errors.every((error) => error > 0 && error <= 0.5)).toBe(true);
  });
});
