/** How two sequences match: `match[i]` is the index in `b` of `a[i]`, or -1. */
export type Match = Int32Array;

/**
 * A longest common subsequence of two sequences of ids, by Myers' O(ND) algorithm in linear space ("An O(ND)
 * Difference Algorithm and Its Variations", 1986, section 4b); null when it would take more than `limit`
 * single additions and deletions at any level.
 */
export function myers(a: Int32Array, b: Int32Array, limit: number): Match | null {
  const match = new Int32Array(a.length).fill(-1);
  const forward = new Int32Array(Math.min(limit, a.length + b.length) + 7);
  const backward = new Int32Array(forward.length);
  // A stack rather than recursion: the pieces can be many.
  const pieces: number[] = [0, a.length, 0, b.length];
  while (pieces.length > 0) {
    let bHigh = pieces.pop()!;
    let bLow = pieces.pop()!;
    let aHigh = pieces.pop()!;
    let aLow = pieces.pop()!;
    while (aLow < aHigh && bLow < bHigh && a[aLow] === b[bLow]) match[aLow++] = bLow++;
    while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] === b[bHigh - 1]) match[--aHigh] = --bHigh;
    if (aLow === aHigh || bLow === bHigh) continue;
    const middle = middleSnake(a, aLow, aHigh, b, bLow, bHigh, limit, forward, backward);
    if (middle === null) return null;
    const [x, y, length] = middle;
    for (let i = 0; i < length; i++) match[x + i] = y + i;
    pieces.push(aLow, x, bLow, y, x + length, aHigh, y + length, bHigh);
  }
  return match;
}

/** Where the snake in the middle of a shortest edit path begins, and its length. */
function middleSnake(
  a: Int32Array,
  aLow: number,
  aHigh: number,
  b: Int32Array,
  bLow: number,
  bHigh: number,
  limit: number,
  forward: Int32Array,
  backward: Int32Array,
): [number, number, number] | null {
  const n = aHigh - aLow;
  const m = bHigh - bLow;
  const delta = n - m;
  const odd = (delta & 1) !== 0;
  const zero = forward.length >> 1;
  forward[zero + 1] = 0;
  backward[zero + 1] = 0;
  for (let d = 0; 2 * d <= limit + 1 && d <= zero - 2; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && forward[zero + k - 1]! < forward[zero + k + 1]!) ? forward[zero + k + 1]! : forward[zero + k - 1]! + 1;
      let y = x - k;
      const begin = x;
      while (x < n && y < m && a[aLow + x] === b[bLow + y]) {
        x++;
        y++;
      }
      forward[zero + k] = x;
      const opposite = delta - k;
      if (odd && opposite >= 1 - d && opposite <= d - 1 && x + backward[zero + opposite]! >= n) {
        return [aLow + begin, bLow + begin - k, x - begin];
      }
    }
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && backward[zero + k - 1]! < backward[zero + k + 1]!) ? backward[zero + k + 1]! : backward[zero + k - 1]! + 1;
      let y = x - k;
      const begin = x;
      while (x < n && y < m && a[aHigh - 1 - x] === b[bHigh - 1 - y]) {
        x++;
        y++;
      }
      backward[zero + k] = x;
      const opposite = delta - k;
      if (!odd && opposite >= -d && opposite <= d && x + forward[zero + opposite]! >= n) {
        return [aHigh - x, bHigh - (x - k), x - begin];
      }
    }
  }
  return null;
}
