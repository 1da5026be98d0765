import { continuedFraction, seriesSum, type Tails } from './Tails';
import { poissonTerm } from './terms';

/** The regularised incomplete gamma functions P and Q of shape `a` (Press and others 2007, Numerical Recipes, 6.2). */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const factor = poissonTerm(a, x);
  if (x < a + 1) {
    const lower = factor === 0 ? 0 : factor * seriesSum(1, (step) => x / (a + step));
    return { lower, upper: 1 - lower };
  }
  const fraction =
    factor === 0
      ? 0
      : continuedFraction(
          (step) => (step === 1 ? 1 : (step - 1) * (a - step + 1)),
          (step) => x - a + 2 * step - 1,
        );
  const upper = factor * a * fraction;
  return { lower: 1 - upper, upper };
}
