import fc from 'fast-check';
import { editPath, EDITED, LEFT_OUT } from '../../../src/core/align/editPath';

const lines = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 30 }).map((ids) => Int32Array.from(ids));

/** The cheapest way by the table of all prefixes. */
function cheapest(a: Int32Array, b: Int32Array): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j * LEFT_OUT);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * LEFT_OUT];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : EDITED), row[j]! + LEFT_OUT, next[j - 1]! + LEFT_OUT));
    }
    row = next;
  }
  return row[b.length]!;
}

/** What a match costs when lines left on both sides between two matches count as edited as far as they go. */
function costOf(a: Int32Array, b: Int32Array, match: Int32Array): number {
  let cost = 0;
  let i = 0;
  let j = 0;
  for (let x = 0; x <= a.length; x++) {
    const partner = x === a.length ? b.length : match[x]!;
    if (partner < 0) continue;
    const [left, right] = [x - i, partner - j];
    cost += Math.min(left, right) * EDITED + Math.abs(left - right) * LEFT_OUT;
    i = x + 1;
    j = partner + 1;
  }
  return cost;
}

describe('editPath', () => {
  test('matches equal lines, rising on both sides', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        let last = -1;
        editPath(a, b, 1_000)!.forEach((j, i) => {
          if (j < 0) return;
          expect(b[j]).toBe(a[i]);
          expect(j).toBeGreaterThan(last);
          last = j;
        });
      }),
    );
  });

  test('costs as little as can be', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        expect(costOf(a, b, editPath(a, b, 1_000)!)).toBe(cheapest(a, b));
        const least = cheapest(a, b);
        if (least > 0) expect(editPath(a, b, least - 1)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test('keeps an edited line among equal ones where it is', () => {
    const a = Int32Array.from([1, 1, 1, 1, 1, 1]);
    const b = Int32Array.from([1, 2, 1, 1, 3, 1]);
    expect([...editPath(a, b, 100)!]).toEqual([0, -1, 2, 3, -1, 5]);
  });
});
