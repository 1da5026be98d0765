import { ERRORS } from '../../values/errors';
import { number, optional, plainNumber, scalarFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { ofSingleCells } from '../dates/serials';
import { futureValue, interestOf, paymentOf, presentValue } from './annuity';
import { solveRate } from './solveRate';

const orZero = optional(number, 0);

/** Loans and savings with equal payments: PMT, PV, FV, NPER, RATE, IPMT, PPMT, ISPMT, CUMIPMT and CUMPRINC. */
export const annuities: readonly FunctionDefinition[] = [
  scalarFunction('PMT', [number, number, number, orZero, orZero], (rate, periods, present, future, type) =>
    paymentOf({ rate, periods, inAdvance: type !== 0 }, present, future),
  ),
  scalarFunction('PV', [number, number, orZero, orZero, orZero], (rate, periods, payment, future, type) =>
    presentValue({ rate, periods, inAdvance: type !== 0 }, payment, future),
  ),
  scalarFunction('FV', [number, number, orZero, orZero, orZero], (rate, periods, payment, present, type) =>
    futureValue({ rate, periods, inAdvance: type !== 0 }, payment, present),
  ),
  scalarFunction('NPER', [number, number, number, orZero, orZero], (rate, payment, present, future, type) => {
    if (rate === 0) return payment === 0 ? ERRORS.divide : -(present + future) / payment;
    if (rate <= -1) return ERRORS.number;
    const paid = payment * (type !== 0 ? 1 + rate : 1);
    const grown = (paid - future * rate) / (present * rate + paid);
    return grown > 0 ? Math.log(grown) / Math.log1p(rate) : ERRORS.number;
  }),
  scalarFunction(
    'RATE',
    [number, number, number, orZero, orZero, optional(number, 0.1)],
    (periods, payment, present, future, type, guess) => solveRate({ periods, payment, present, future, inAdvance: type !== 0 }, guess),
  ),
  scalarFunction('IPMT', [number, number, number, number, orZero, orZero], (rate, period, periods, present, future, type) =>
    interestOf({ rate, periods, inAdvance: type !== 0 }, period, present, future),
  ),
  scalarFunction('PPMT', [number, number, number, number, orZero, orZero], (rate, period, periods, present, future, type) => {
    const terms = { rate, periods, inAdvance: type !== 0 };
    const interest = interestOf(terms, period, present, future);
    const payment = paymentOf(terms, present, future);
    return typeof interest !== 'number' ? interest : typeof payment !== 'number' ? payment : payment - interest;
  }),
  scalarFunction('ISPMT', [number, number, number, number], (rate, period, periods, present) =>
    periods === 0 ? ERRORS.divide : present * rate * (period / periods - 1),
  ),
  cumulative('CUMIPMT', (payment, principal, count) => payment * count - principal),
  cumulative('CUMPRINC', (_payment, principal) => principal),
];

/** A function of the sums paid from one period to another. */
function cumulative(name: string, of: (payment: number, principal: number, count: number) => number): FunctionDefinition {
  return ofSingleCells(
    scalarFunction(
      name,
      [plainNumber, plainNumber, plainNumber, plainNumber, plainNumber, plainNumber],
      (rate, periods, present, from, to, type) => {
        const [first, last] = [Math.ceil(from), Math.floor(to)];
        if (!(rate > 0 && periods > 0 && present > 0 && from >= 1 && from <= to && to <= periods)) return ERRORS.number;
        if (type !== 0 && type !== 1) return ERRORS.number;
        const inAdvance = type === 1;
        const payment = paymentOf({ rate, periods, inAdvance }, present, 0);
        if (typeof payment !== 'number') return payment;
        // What is owed after a payment; of one in advance, the first comes at once.
        const owed = (count: number): number => {
          if (count === 0) return present;
          const before = futureValue({ rate, periods: inAdvance ? count - 1 : count, inAdvance }, payment, present);
          return typeof before === 'number' ? -before + (inAdvance ? payment : 0) : NaN;
        };
        return of(payment, owed(last) - owed(first - 1), last - first + 1);
      },
    ),
  );
}
