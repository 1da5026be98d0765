import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersOf, visitValues } from '../numbersOf';
import { solveReturn } from './solveReturn';

/** Payments one period apart: NPV, IRR, MIRR and FVSCHEDULE. */
export const cashFlows: readonly FunctionDefinition[] = [
  rangeFunction('NPV', [2, 255], ([rate, ...flows]) => {
    const amounts = numbersOf(flows);
    return overRates([rate], ([each]) => (Array.isArray(amounts) ? presentWorth(each!, amounts) : amounts));
  }),
  rangeFunction('IRR', [1, 2], ([flows, guess = null]) => {
    const amounts = numbersOf([flows]);
    return overRates([guess === null ? 0.1 : guess], ([start]) => {
      if (!Array.isArray(amounts)) return amounts;
      if (start! <= -1) return ERRORS.value;
      return solveReturn(
        amounts.map((amount, time) => ({ amount, time })),
        start!,
      );
    });
  }),
  rangeFunction('MIRR', [3, 3], ([flows, finance, reinvest]) => {
    const amounts = numbersOf([flows]);
    return overRates([finance, reinvest], ([paid, earned]) => (Array.isArray(amounts) ? modifiedReturn(amounts, paid!, earned!) : amounts));
  }),
  rangeFunction('FVSCHEDULE', [2, 2], ([principal, schedule]) => {
    let factor = 1;
    let error: CellError | null = null;
    visitValues([schedule], (value) => {
      if (value === null) return;
      if (typeof value === 'number') factor *= 1 + value;
      else error ??= isCellError(value) ? value : ERRORS.value;
    });
    return overRates([principal], ([each]) => error ?? each! * factor);
  }),
];

/** Calculates for rates that may be arrays. */
function overRates(args: readonly (Value | undefined)[], evaluate: (rates: readonly number[]) => number | CellError): Value {
  return lift(args, (scalars) => {
    const rates: number[] = [];
    for (const scalar of scalars) {
      const rate = toNumber(scalar as Scalar);
      if (typeof rate !== 'number') return rate;
      rates.push(rate);
    }
    const result = evaluate(rates);
    return typeof result === 'number' && !Number.isFinite(result) ? ERRORS.number : result;
  });
}

/** What payments are worth a period before the first. */
function presentWorth(rate: number, amounts: readonly number[]): number | CellError {
  if (rate === -1) return ERRORS.divide;
  const worth = worthAtFirst(rate, amounts);
  return typeof worth === 'number' ? worth / (1 + rate) : worth;
}

/** What payments are worth when the first is made. */
function worthAtFirst(rate: number, amounts: readonly number[]): number | CellError {
  let [worth, factor] = [0, 1];
  for (const amount of amounts) {
    if (amount !== 0 && factor === 0) return ERRORS.divide;
    if (amount !== 0) worth += amount / factor;
    factor *= 1 + rate;
  }
  return worth;
}

function modifiedReturn(amounts: readonly number[], paid: number, earned: number): number | CellError {
  const periods = amounts.length - 1;
  const spent = worthAtFirst(
    paid,
    amounts.map((amount) => Math.min(amount, 0)),
  );
  if (typeof spent !== 'number') return spent;
  if (spent === 0 || periods <= 0) return ERRORS.divide;
  const won = amounts.reduce((total, amount, k) => total + (amount > 0 ? amount * Math.pow(1 + earned, periods - k) : 0), 0);
  return Math.pow(won / -spent, 1 / periods) - 1;
}
