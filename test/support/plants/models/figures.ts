import type { Chance } from '../../../../scripts/samples/chance';

/** A whole number from low to high. */
export function whole(chance: Chance, low: number, high: number): number {
  return Math.floor(chance.between(low, high + 1));
}

/** An amount with cents, hardly ever the same twice. */
export function amount(chance: Chance): number {
  return Math.round(chance.between(100, 99_999) * 100) / 100;
}
