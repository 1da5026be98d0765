/** Below this, two lines are no more alike than any two of the same layout. */
const LEAST = 0.04;
/** What it costs to interrupt a run of matches: keeps what was inserted together in one piece. */
const INTERRUPTION = 0.02;
/** What it costs to be one line further apart: decides where all else is equal, the same way from both sides. */
const DISTANCE = 1e-7;

/**
 * The pairing of m lines with n lines, rising on both sides, whose similarities sum up highest with few
 * interruptions (Gotoh 1982, "An improved algorithm for matching biological sequences"): `match[i]` is the partner of
 * line i, or -1. Lines count from 0; O(mn).
 */
export function matchBySimilarity(m: number, n: number, similarity: (i: number, j: number) => number): Int32Array {
  const width = n + 1;
  /** Best sums where the last pair is matched (m), or where the last line was left out on one side (o). */
  let matched = new Float64Array(width).fill(-Infinity);
  let open = new Float64Array(width);
  let nextMatched = new Float64Array(width);
  let nextOpen = new Float64Array(width);
  // Bit 1: a match comes from an open state; bits 2 and 4: an open state skips official or local; bit 8: from a matched one.
  const trace = new Uint8Array((m + 1) * width);
  for (let j = 1; j <= n; j++) trace[j] = 4;
  for (let i = 1; i <= m; i++) {
    nextMatched[0] = -Infinity;
    nextOpen[0] = 0;
    trace[i * width] = 2;
    for (let j = 1; j <= n; j++) {
      const alike = similarity(i - 1, j - 1);
      let bits = 0;
      const fromOpen = open[j - 1]! > matched[j - 1]!;
      nextMatched[j] = alike < LEAST ? -Infinity : alike - DISTANCE * Math.abs(i - j) + (fromOpen ? open[j - 1]! : matched[j - 1]!);
      if (fromOpen) bits |= 1;
      const up = Math.max(open[j]!, matched[j]! - INTERRUPTION);
      const left = Math.max(nextOpen[j - 1]!, nextMatched[j - 1]! - INTERRUPTION);
      // Going back, what only local has is met first, so that official lines come before local ones between two matches.
      if (left >= up) {
        nextOpen[j] = left;
        bits |= 4;
        if (nextMatched[j - 1]! - INTERRUPTION > nextOpen[j - 1]!) bits |= 8;
      } else {
        nextOpen[j] = up;
        bits |= 2;
        if (matched[j]! - INTERRUPTION > open[j]!) bits |= 8;
      }
      trace[i * width + j] = bits;
    }
    [matched, nextMatched] = [nextMatched, matched];
    [open, nextOpen] = [nextOpen, open];
  }
  return walkBack(m, n, trace, matched[n]! >= open[n]!);
}

function walkBack(m: number, n: number, trace: Uint8Array, endsMatched: boolean): Int32Array {
  const match = new Int32Array(m).fill(-1);
  let i = m;
  let j = n;
  let inMatch = endsMatched && m > 0 && n > 0;
  while (i > 0 || j > 0) {
    const bits = trace[i * (n + 1) + j]!;
    if (inMatch) {
      match[--i] = --j;
      inMatch = (bits & 1) === 0;
    } else {
      inMatch = (bits & 8) !== 0;
      if ((bits & 4) !== 0) j--;
      else i--;
    }
  }
  return match;
}
