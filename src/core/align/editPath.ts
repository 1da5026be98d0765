import type { Match } from './myers';

/** What it costs to leave out a line of one side, and to take two that differ for one that was edited in place. */
export const LEFT_OUT = 2;
export const EDITED = 3;
/** So much further apart than the ends say, two lines are no longer looked at together. */
const BAND = 64;

/**
 * The cheapest way from one sequence of ids to another when lines are left out or edited in place, by furthest-reaching
 * points on diagonals (Ukkonen 1985, "Algorithms for approximate string matching"): where lines repeat, an edited one stays
 * the one it was. `match[i]` is the index in `b` of the equal line, or -1; null when it costs more than `limit`, or lines
 * drift too far apart.
 */
export function editPath(a: Int32Array, b: Int32Array, limit: number): Match | null {
  const end = a.length - b.length;
  const width = Math.abs(end) + BAND;
  const reached: Int32Array[] = [];
  /** Furthest index in `a` on a diagonal for a cost; far below 0 where none is reached. */
  const at = (cost: number, diagonal: number): number =>
    cost < 0 || Math.abs(diagonal) > width ? NOWHERE : reached[cost]![diagonal + width]!;
  const begin = (cost: number, diagonal: number): number => {
    if (cost === 0) return diagonal === 0 ? 0 : NOWHERE;
    const x = Math.max(at(cost - EDITED, diagonal) + 1, at(cost - LEFT_OUT, diagonal - 1) + 1, at(cost - LEFT_OUT, diagonal + 1));
    return x > a.length || x - diagonal > b.length ? NOWHERE : x;
  };
  for (let cost = 0; cost <= limit; cost++) {
    const points = new Int32Array(2 * width + 1).fill(NOWHERE);
    reached.push(points);
    const widest = Math.min(width, Math.ceil(cost / LEFT_OUT));
    for (let diagonal = -widest; diagonal <= widest; diagonal++) {
      let x = begin(cost, diagonal);
      if (x < 0) continue;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      points[diagonal + width] = x;
    }
    if (points[end + width] === a.length) return traced(a.length, end, cost, at, begin);
  }
  return null;
}

const NOWHERE = -1e9;

function traced(
  length: number,
  end: number,
  total: number,
  at: (cost: number, diagonal: number) => number,
  begin: (cost: number, diagonal: number) => number,
): Match {
  const match = new Int32Array(length).fill(-1);
  let cost = total;
  let diagonal = end;
  let x = length;
  for (;;) {
    const from = begin(cost, diagonal);
    for (; x > from; x--) match[x - 1] = x - 1 - diagonal;
    if (cost === 0) return match;
    if (at(cost - EDITED, diagonal) + 1 === from) cost -= EDITED;
    else {
      diagonal += at(cost - LEFT_OUT, diagonal - 1) + 1 === from ? -1 : 1;
      cost -= LEFT_OUT;
    }
    x = at(cost, diagonal);
  }
}
