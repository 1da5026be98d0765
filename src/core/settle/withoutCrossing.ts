/**
 * The match without the lines that cross those of a segment, from `first` to before `end`: what is in their way is gone
 * rather than moved. Null when nothing crosses them.
 */
export function withoutCrossing(match: Int32Array, first: number, end: number): Int32Array | null {
  let [lowest, highest] = [Infinity, 0];
  for (let i = first; i < end; i++) {
    if (match[i] === 0) continue;
    lowest = Math.min(lowest, match[i]!);
    highest = Math.max(highest, match[i]!);
  }
  let crosses = false;
  const one = match.map((j, i) => {
    if (j === 0 || !((i < first && j > lowest) || (i >= end && j < highest))) return j;
    crosses = true;
    return 0;
  });
  return crosses ? one : null;
}
