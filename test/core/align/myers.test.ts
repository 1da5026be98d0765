import fc from 'fast-check';
import { myers } from '../../../src/core/align/myers';

const sequence = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 24 }).map((items) => Int32Array.from(items));

function longestCommonLength(a: Int32Array, b: Int32Array): number {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      best[i]![j] = a[i - 1] === b[j - 1] ? best[i - 1]![j - 1]! + 1 : Math.max(best[i - 1]![j]!, best[i]![j - 1]!);
    }
  }
  return best[a.length]![b.length]!;
}

describe('myers', () => {
  it('matches equal ids in rising order, as many as there can be', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const match = myers(a, b, 1000)!;
        const pairs = [...match].map((j, i) => [i, j] as const).filter(([, j]) => j >= 0);
        expect(pairs.every(([i, j]) => a[i] === b[j])).toBe(true);
        expect(pairs.every(([, j], p) => p === 0 || j > pairs[p - 1]![1])).toBe(true);
        expect(pairs.length).toBe(longestCommonLength(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up past its limit, never before', () => {
    fc.assert(
      fc.property(sequence, sequence, fc.integer({ min: 0, max: 12 }), (a, b, limit) => {
        const edits = a.length + b.length - 2 * longestCommonLength(a, b);
        if (edits <= limit) expect(myers(a, b, limit)).not.toBeNull();
      }),
    );
    const a = Int32Array.from({ length: 500 }, (_, i) => i);
    expect(
      myers(
        a,
        a.map((id) => id + 500),
        600,
      ),
    ).toBeNull();
  });

  it('matches a long sequence with a few edits at once', () => {
    const a = Int32Array.from({ length: 200_000 }, (_, i) => i % 7);
    const b = Int32Array.from([...a.subarray(0, 50_000), 99, 98, ...a.subarray(50_000, 150_001), ...a.subarray(150_004)]);
    const match = myers(a, b, 100)!;
    expect([...match].filter((j) => j < 0)).toHaveLength(3);
  });
});
