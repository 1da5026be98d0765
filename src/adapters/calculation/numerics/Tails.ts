import { CalculationLimit } from '../model/interruptions';

/** What lies up to a place of a distribution and what beyond it; both, since a small one drowns in 1 less the other. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const MOST_STEPS = 200_000;

/**
 * A continued fraction b0 + a1/(b1 + a2/(b2 + …)), b0 being 0, by Lentz's method (Press and others 2007, Numerical Recipes, 5.2).
 */
export function continuedFraction(a: (step: number) => number, b: (step: number) => number): number {
  const TINY = 1e-300;
  let value = TINY;
  let c = value;
  let d = 0;
  for (let step = 1; step < MOST_STEPS; step++) {
    const [numerator, denominator] = [a(step), b(step)];
    d = denominator + numerator * d;
    if (d === 0) d = TINY;
    c = denominator + numerator / c;
    if (c === 0) c = TINY;
    d = 1 / d;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) return value;
  }
  throw new CalculationLimit('a distribution with too many steps');
}

/** A sum of terms until they do not matter any more. */
export function seriesSum(first: number, ratio: (step: number) => number): number {
  let term = first;
  let sum = first;
  for (let step = 1; step < MOST_STEPS; step++) {
    term *= ratio(step);
    sum += term;
    if (Math.abs(term) < Math.abs(sum) * 1e-17) return sum;
  }
  throw new CalculationLimit('a distribution with too many steps');
}
