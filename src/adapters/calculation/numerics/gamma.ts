const HALF_LOG_TAU = 0.9189385332046727418;

/** The coefficients for g = 7 of Lanczos 1964, "A precision approximation of the gamma function". */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The gamma function; NaN at 0 and the negative whole numbers, infinite where it is too large. */
export function gamma(x: number): number {
  if (Number.isInteger(x)) {
    if (x <= 0) return NaN;
    if (x > 171) return Infinity;
    let product = 1;
    for (let k = 2; k < x; k++) product *= k;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  if (x > 171.7) return Infinity;
  const { series, t } = lanczos(x - 1);
  // The power in two halves, so that it does not overflow before the exponential shrinks it.
  const half = Math.pow(t, (x - 0.5) / 2);
  return Math.sqrt(2 * Math.PI) * half * Math.exp(-t) * half * series;
}

/** The logarithm of the gamma function of a positive number. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  if (x >= 15) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TAU + stirlingSeries(x);
  const { series, t } = lanczos(x - 1);
  return HALF_LOG_TAU + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** By how much Stirling's formula misses the logarithm of n!, as Loader 2000 has it. */
export function stirlingError(n: number): number {
  return n >= 15 ? stirlingSeries(n) : logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TAU;
}

function lanczos(x: number): { readonly series: number; readonly t: number } {
  let series = LANCZOS[0]!;
  for (let k = 1; k < LANCZOS.length; k++) series += LANCZOS[k]! / (x + k);
  return { series, t: x + 7.5 };
}

function stirlingSeries(x: number): number {
  const square = 1 / (x * x);
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360))))) / x;
}
