import { erf, erfc } from './errorFunction';

/** The standard normal density. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** What of a standard normal distribution lies below a place. */
export function normalBelow(z: number): number {
  return z < -1 ? erfc(-z / Math.SQRT2) / 2 : 0.5 + erf(z / Math.SQRT2) / 2;
}

/**
 * The place below which so much of a standard normal distribution lies: Abramowitz and Stegun 1964, 26.2.23, made exact by Halley's
 * method.
 */
export function normalInverse(share: number): number {
  if (share > 0.5) return -normalInverse(1 - share);
  const t = Math.sqrt(-2 * Math.log(share));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 4; step++) {
    const error = (normalBelow(z) - share) / normalDensity(z);
    z -= error / (1 + (z * error) / 2);
  }
  return share === 0.5 ? 0 : z;
}
