import fc from 'fast-check';
import { makeAxis } from '../../../src/core/align/axis';
import { findMovedRun } from '../../../src/core/sync/findMovedRun';

/** Official lines in a shuffled local order, some of them nowhere. */
const orders = fc.integer({ min: 1, max: 25 }).chain((count) =>
  fc.record({
    order: fc.shuffledSubarray(
      Array.from({ length: count }, (_, k) => k + 1),
      { minLength: count, maxLength: count },
    ),
    gone: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    first: fc.integer({ min: 1, max: count + 3 }),
    more: fc.nat({ max: count + 3 }),
  }),
);

test('a run of official lines is one run where they stand unless another official line stands in between', () => {
  fc.assert(
    fc.property(orders, ({ order, gone, first, more }) => {
      const count = order.length;
      const axis = makeAxis(count, count, Int32Array.from([0, ...order]));
      const position = axis.toLocal.map((own, common) => (gone[axis.toOfficial[common]! - 1] === true ? 0 : own));
      const placeOf = (index: number): number => (index > count ? index : position[axis.fromOfficial[index]!]!);
      const last = first + more;
      const lines = Array.from({ length: last - first + 1 }, (_, k) => first + k);
      const places = lines.map(placeOf).filter((at) => at > 0);
      const others = Array.from({ length: count }, (_, k) => k + 1).filter((index) => index < first || index > last);
      const [from, to] = [Math.min(...places), Math.max(...places)];
      const torn = others.some((index) => placeOf(index) >= from && placeOf(index) <= to);
      expect(findMovedRun(axis, position, placeOf)(first, last)).toEqual(places.length === 0 || torn ? null : { first: from, last: to });
    }),
    { numRuns: 500 },
  );
});
