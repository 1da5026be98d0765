import { stirlingError } from './gamma';

/**
 * e^-mean · mean^x / x!, of fractions too: the chance of x events. After Loader 2000, "Fast and Accurate Computation of Binomial
 * Probabilities", as binomialTerm.
 */
export function poissonTerm(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** n! / (x! (n-x)!) · p^x · q^(n-x), of fractions too, where q is 1 - p: the chance of x successes in n trials. */
export function binomialTerm(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return n === 0 ? 1 : Math.exp(p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q));
  if (x === n) return Math.exp(q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p));
  const rest = n - x;
  const exponent = stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * rest));
}

/** x · log(x / mean) + mean - x without the loss of digits where both are near. */
export function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = gap / (x + mean);
  let sum = gap * ratio;
  let power = 2 * x * ratio;
  for (let k = 1; k < 1000; k++) {
    power *= ratio * ratio;
    const next = sum + power / (2 * k + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
