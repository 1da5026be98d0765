/**
 * The heaviest set of candidate pairs that rise on both sides, as indexes into the candidates, ascending.
 * Candidate c pairs `a[c]` with `b[c]`, both at least 0, and weighs more than 0; candidates come sorted by `a`. O(n log n).
 */
export function heaviestChain(a: ArrayLike<number>, b: ArrayLike<number>, weight: ArrayLike<number>): number[] {
  const count = a.length;
  let width = 0;
  let rising = true;
  for (let c = 0; c < count; c++) {
    if (b[c]! < width || (c > 0 && a[c] === a[c - 1])) rising = false;
    width = Math.max(width, b[c]! + 1);
  }
  // As nearly always in versions of one workbook.
  if (rising) return Array.from({ length: count }, (_, c) => c);
  // A Fenwick tree of best chain ends by b.
  const best = new Int32Array(width + 1).fill(-1);
  const total = new Float64Array(count);
  const before = new Int32Array(count).fill(-1);
  let end = -1;
  for (let from = 0; from < count;) {
    let to = from;
    while (to < count && a[to] === a[from]) to++;
    for (let c = from; c < to; c++) {
      let previous = -1;
      for (let k = b[c]!; k > 0; k -= k & -k) {
        const other = best[k]!;
        if (other >= 0 && (previous < 0 || total[other]! > total[previous]!)) previous = other;
      }
      before[c] = previous;
      total[c] = weight[c]! + (previous < 0 ? 0 : total[previous]!);
      if (end < 0 || total[c]! > total[end]!) end = c;
    }
    // Only now, so that two candidates of one line never follow each other.
    for (let c = from; c < to; c++) {
      for (let k = b[c]! + 1; k <= width; k += k & -k) {
        if (best[k]! < 0 || total[c]! > total[best[k]!]!) best[k] = c;
      }
    }
    from = to;
  }
  const chain: number[] = [];
  for (let c = end; c >= 0; c = before[c]!) chain.push(c);
  return chain.reverse();
}
