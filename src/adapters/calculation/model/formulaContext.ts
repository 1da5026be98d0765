import type { DateSystem } from '../values/calendar';
import { CalculationLimit } from './interruptions';

/** More steps than anyone waits for one formula to take; a step is about a value that is looked at. */
const MOST = 40_000_000;

/** What holds for all of the formula that is calculated, which nothing else is at the same time. */
let left = MOST;
let system: DateSystem = 1900;

/** Says that a formula begins to be calculated, and how its workbook counts days. */
export function beginFormula(dateSystem: DateSystem): void {
  left = MOST;
  system = dateSystem;
}

/** How the workbook of the formula counts days: a text that says a date is another number in each system. */
export function currentDateSystem(): DateSystem {
  return system;
}

/** Counts steps of the formula that is calculated, and interrupts it when there are too many. */
export function spendWork(steps: number): void {
  left -= steps;
  if (left < 0) throw new CalculationLimit('more steps than can be waited for');
}
