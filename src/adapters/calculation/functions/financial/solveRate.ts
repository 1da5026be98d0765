import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';

/** A row of equal payments of which the interest rate is sought. */
interface Payments {
  readonly periods: number;
  readonly payment: number;
  readonly present: number;
  readonly future: number;
  readonly inAdvance: boolean;
}

const MOST_STEPS = 20;
/** Next to -1 every payment cancels out, which is no answer. */
const LOWEST = -1 + 1e-9;
/** How little money may be left over. */
const CLOSE = 1e-7;

/**
 * The interest rate a period of equal payments, sought by secants as Excel does: from the guess and from half of it or twice as much;
 * `#NUM!` where 20 steps do not find it.
 */
export function solveRate(payments: Payments, guess: number): number | CellError {
  if (payments.periods <= 0) return ERRORS.number;
  let [before, missBefore] = [guess, missOf(payments, guess)];
  let rate = missBefore > 0 ? guess / 2 : guess * 2;
  let miss = missOf(payments, rate);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (Math.abs(miss) < CLOSE) return rate;
    if (miss === missBefore) return ERRORS.number;
    const next = rate - (miss * (rate - before)) / (miss - missBefore);
    [before, missBefore, rate] = [rate, miss, next];
    miss = missOf(payments, rate);
    if (!Number.isFinite(miss) || rate <= LOWEST) return ERRORS.number;
  }
  return Math.abs(miss) < CLOSE ? rate : ERRORS.number;
}

/** How far payments at an interest rate are from cancelling out. */
function missOf({ periods, payment, present, future, inAdvance }: Payments, rate: number): number {
  if (rate === 0) return present + payment * periods + future;
  const grown = Math.pow(1 + rate, periods);
  return present * grown + (payment * (inAdvance ? 1 + rate : 1) * (grown - 1)) / rate + future;
}
