import fc from 'fast-check';
import { jumpedMatches } from '../../../src/core/settle/jumpedMatches';
import { filledIn, nearbyMatches } from '../../../src/core/settle/nearbyMatches';
import { votedMatches } from '../../../src/core/settle/votedMatches';

/** A match of lines in any order, some without a partner, and how many lines local has. */
const matches = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).chain(([count, localCount]) =>
  fc
    .tuple(
      fc.shuffledSubarray(Array.from({ length: localCount }, (_, k) => k + 1)),
      fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    )
    .map(([partners, has]) => {
      const left = [...partners];
      return { match: Int32Array.from([0, ...has.map((one) => (one ? (left.shift() ?? 0) : 0))]), localCount };
    }),
);

function expectWhole(match: Int32Array, count: number, localCount: number): void {
  const partners = [...match].filter((j) => j !== 0);
  expect(match).toHaveLength(count);
  expect(match[0]).toBe(0);
  expect(new Set(partners).size).toBe(partners.length);
  expect(partners.every((j) => j >= 1 && j <= localCount)).toBe(true);
}

it('law: whatever is proposed pairs no line twice and none that is not there', () => {
  const jumps = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .map(([from, one, other]) => ({
        from,
        first: Math.min(one, other),
        last: Math.max(one, other),
      })),
    { maxLength: 3 },
  );
  const votes = fc.dictionary(fc.integer({ min: -9, max: 9 }).map(String), fc.integer({ min: 1, max: 14 }));
  fc.assert(
    fc.property(
      matches,
      fc.array(fc.integer({ min: 0, max: 12 })),
      votes,
      jumps,
      jumps,
      ({ match, localCount }, amiss, voted, ours, theirs) => {
        const near = nearbyMatches(match, localCount, new Set(amiss));
        const votesOf = new Map(Object.entries(voted).map(([by, line]) => [Number(by), new Map([[line, 1]])]));
        const asked = votedMatches(match, localCount, votesOf, new Map(amiss.map((line) => [line, 1])));
        for (const one of jumpedMatches(match, localCount, ours, theirs)) expectWhole(one, match.length, localCount);
        for (const one of [...near.map((each) => each.match), ...asked, ...asked.map((each) => filledIn(each, localCount))]) {
          expectWhole(one, match.length, localCount);
        }
      },
    ),
  );
});

it('formulas that look one line further down have the lines from there on moved by one', () => {
  const match = Int32Array.from([0, 1, 2, 3, 4]);
  const proposed = votedMatches(match, 5, new Map([[1, new Map([[3, 2]])]]), new Map());
  expect(proposed.map((one) => [...one])).toContainEqual([0, 1, 2, 4, 5]);
});

it('lines are moved from the first on that differs, though formulas look at later ones only', () => {
  const match = Int32Array.from([0, 1, 2, 3, 4]);
  const proposed = votedMatches(match, 5, new Map([[1, new Map([[3, 2]])]]), new Map([2, 3, 4].map((line) => [line, 1])));
  expect(proposed.map((one) => [...one])).toContainEqual([0, 1, 3, 4, 5]);
});

it('what stands in the way of lines that are said to stand elsewhere has moved or is gone', () => {
  const match = Int32Array.from([0, 1, 3, 4, 5]);
  const proposed = votedMatches(match, 5, new Map([[-1, new Map([[3, 2]])]]), new Map()).map((one) => [...one]);
  expect(proposed).toContainEqual([0, 1, 3, 2, 5]);
  expect(proposed).toContainEqual([0, 1, 0, 2, 5]);
});
