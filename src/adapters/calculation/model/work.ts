import { CalculationLimit } from './interruptions';

/** More steps than anyone waits for one formula to take; a step is about a value that is looked at. */
const MOST = 40_000_000;

let left = MOST;

/** Says that a formula begins to be calculated. */
export function beginWork(): void {
  left = MOST;
}

/** Counts steps of the formula that is calculated, and interrupts it when there are too many. */
export function spendWork(steps: number): void {
  left -= steps;
  if (left < 0) throw new CalculationLimit('more steps than can be waited for');
}
