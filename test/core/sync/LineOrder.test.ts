import fc from 'fast-check';
import { hullOf, inOrder, placeOf, withMoved } from '../../../src/core/sync/LineOrder';

const COUNT = 20;
const moves = fc.array(fc.record({ from: fc.nat(), length: fc.integer({ min: 1, max: 4 }), to: fc.integer({ min: 1, max: COUNT }) }), {
  maxLength: 6,
});

test('blocks moved one after another stand as if they had been moved in a list', () => {
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: COUNT }), fc.nat({ max: 8 }), (all, first, more) => {
      let order = inOrder(1_000);
      let list = Array.from({ length: COUNT }, (_, k) => k + 1);
      for (const { from, length, to } of all) {
        const at = from % (COUNT - length);
        const block = list.slice(at, at + length);
        // A block is a run of lines; lines that came together by chance are none.
        if (block.some((line, k) => line !== block[0]! + k) || (to > at && to <= at + length + 1)) continue;
        order = withMoved(order, { first: block[0]!, last: block[length - 1]! }, to);
        const before = list.slice(0, to - 1).filter((line) => !block.includes(line));
        list = [...before, ...block, ...list.filter((line) => !block.includes(line) && !before.includes(line))];
      }
      expect(list.map((line) => placeOf(order, line))).toEqual(list.map((_, k) => k + 1));
      expect(placeOf(order, 500)).toBe(500);
      const last = Math.min(COUNT, first + more);
      const places = Array.from({ length: last - first + 1 }, (_, k) => list.indexOf(first + k) + 1);
      const [from, to] = [Math.min(...places), Math.max(...places)];
      expect(hullOf(order, first, last)).toEqual({ first: from, last: to, whole: to - from === last - first });
    }),
  );
});
