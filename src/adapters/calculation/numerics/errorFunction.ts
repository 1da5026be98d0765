import { continuedFraction, seriesSum } from './Tails';

const ROOT_PI = Math.sqrt(Math.PI);

/** The error function (Abramowitz and Stegun 1964, 7.1.6). */
export function erf(x: number): number {
  if (Math.abs(x) > 2) return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
  if (x === 0) return 0;
  return (2 / ROOT_PI) * Math.exp(-x * x) * seriesSum(x, (step) => (2 * x * x) / (2 * step + 1));
}

/** 1 less the error function, with all its digits where it is small (Abramowitz and Stegun 1964, 7.1.14). */
export function erfc(x: number): number {
  if (x < 2) return 1 - erf(x);
  const exponential = Math.exp(-x * x);
  if (exponential === 0) return 0;
  const fraction = continuedFraction(
    (step) => (step === 1 ? 1 : (step - 1) / 2),
    () => x,
  );
  return (exponential / ROOT_PI) * fraction;
}
