import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';

/** A row of equal payments: its interest rate a period, how many periods, and whether payments come when a period begins. */
export interface Terms {
  readonly rate: number;
  readonly periods: number;
  readonly inAdvance: boolean;
}

/** What 1 grows to over some periods, or Excel's error where that is nothing. */
function growth(rate: number, periods: number): number | CellError {
  if (rate === -1 && periods < 0) return ERRORS.divide;
  if (rate === -1 && periods === 0) return ERRORS.number;
  const grown = Math.pow(1 + rate, periods);
  return Number.isFinite(grown) ? grown : ERRORS.number;
}

/** What is there in the end when `present` was there in the beginning; money paid out is negative. */
export function futureValue({ rate, periods, inAdvance }: Terms, payment: number, present: number): number | CellError {
  if (rate === 0) return -(present + payment * periods);
  const grown = growth(rate, periods);
  if (typeof grown !== 'number') return grown;
  return -(present * grown + (payment * (inAdvance ? 1 + rate : 1) * (grown - 1)) / rate);
}

/** What has to be there in the beginning. */
export function presentValue({ rate, periods, inAdvance }: Terms, payment: number, future: number): number | CellError {
  if (rate === 0) return -(future + payment * periods);
  const grown = growth(rate, periods);
  if (typeof grown !== 'number') return grown;
  if (grown === 0) return ERRORS.divide;
  return -(future + (payment * (inAdvance ? 1 + rate : 1) * (grown - 1)) / rate) / grown;
}

/** What has to be paid every period. */
export function paymentOf({ rate, periods, inAdvance }: Terms, present: number, future: number): number | CellError {
  if (periods === 0 || rate <= -1) return ERRORS.number;
  if (rate === 0) return -(present + future) / periods;
  const grown = growth(rate, periods);
  if (typeof grown !== 'number') return grown;
  const divisor = (inAdvance ? 1 + rate : 1) * (grown - 1);
  return divisor === 0 ? ERRORS.divide : (-(present * grown + future) * rate) / divisor;
}

/** The part of the payment of one period, counted from 1, that is interest. */
export function interestOf(terms: Terms, period: number, present: number, future: number): number | CellError {
  if (period < 1 || period >= terms.periods + 1) return ERRORS.number;
  const payment = paymentOf(terms, present, future);
  if (typeof payment !== 'number') return payment;
  if (terms.inAdvance && period === 1) return 0;
  const before = futureValue({ ...terms, periods: period - (terms.inAdvance ? 2 : 1) }, payment, present);
  if (typeof before !== 'number') return before;
  return (terms.inAdvance ? before - payment : before) * terms.rate;
}
