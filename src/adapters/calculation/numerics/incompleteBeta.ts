import { continuedFraction, type Tails } from './Tails';
import { binomialTerm } from './terms';

/** The regularised incomplete beta function of x and what it lacks to 1; `y` is 1 - x (Press and others 2007, Numerical Recipes, 6.4). */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x < (a + 1) / (a + b + 2)) {
    const lower = small(x, y, a, b);
    return { lower, upper: 1 - lower };
  }
  const upper = small(y, x, b, a);
  return { lower: 1 - upper, upper };
}

function small(x: number, y: number, a: number, b: number): number {
  const factor = (binomialTerm(a, a + b, x, y) * b) / (a + b);
  if (factor === 0) return 0;
  const numerator = (step: number): number => {
    if (step === 1) return 1;
    const m = Math.floor((step - 1) / 2);
    if (step % 2 === 0) return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  };
  return factor * continuedFraction(numerator, () => 1);
}
