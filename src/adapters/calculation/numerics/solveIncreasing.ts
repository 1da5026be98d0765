/** Where a function of positive numbers that never falls gets from below 0 to it, up to `most`; by halving, to the last digit. */
export function solveIncreasing(evaluate: (x: number) => number, most = Infinity): number {
  let high = Math.min(1, most / 2);
  while (high < most && high < 1e300 && evaluate(high) < 0) high = Math.min(most, high * 2);
  let low = high / 2;
  while (low > 1e-300 && evaluate(low) >= 0) {
    high = low;
    low /= 2;
  }
  if (low <= 1e-300) return 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (evaluate(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
