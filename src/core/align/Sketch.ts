/** What something large holds, kept small: its tokens and their weights, the smallest tokens when there are many. */
export interface Sketch {
  /** Ascending, as unsigned numbers. */
  readonly tokens: Float64Array;
  readonly weights: Float64Array;
  /** Larger tokens were left out. */
  readonly limit: number;
}

/** How alike two sketched things are, 0 to 1: the weighted Jaccard index of bottom-k sketches (Cohen and Kaplan 2007). */
export function compareSketches(a: Sketch, b: Sketch): number {
  if (a.tokens.length === 0 && b.tokens.length === 0) return 0.05;
  const limit = Math.min(a.limit, b.limit);
  let common = 0;
  let all = 0;
  let x = 0;
  let y = 0;
  for (;;) {
    const left = a.tokens[x] ?? Infinity;
    const right = b.tokens[y] ?? Infinity;
    const least = Math.min(left, right);
    if (least > limit || least === Infinity) break;
    const one = left === least ? a.weights[x++]! : 0;
    const other = right === least ? b.weights[y++]! : 0;
    common += Math.min(one, other);
    all += Math.max(one, other);
  }
  return all === 0 ? 0 : common / all;
}
