import { ERRORS } from '../../values/errors';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { CouponPeriod } from './CouponPeriod';
import { basis, frequency } from './securityParameters';

/** The coupon period that a security is bought in: COUPDAYBS, COUPDAYS, COUPDAYSNC, COUPNCD, COUPNUM and COUPPCD. */
export const coupons: readonly FunctionDefinition[] = [
  ofPeriod('COUPDAYBS', ({ daysBefore }) => daysBefore),
  ofPeriod('COUPDAYS', ({ days }) => days),
  ofPeriod('COUPDAYSNC', ({ daysAfter }) => daysAfter),
  ofPeriod('COUPNCD', ({ next }) => next.serial),
  ofPeriod('COUPNUM', (period) => period.coupons),
  ofPeriod('COUPPCD', ({ previous }) => previous.serial),
];

function ofPeriod(name: string, of: (period: CouponPeriod) => number): FunctionDefinition {
  return ofSingleCells(
    cellFunction(name, [strictSerial, strictSerial, frequency, basis], (cell, settlement, maturity, times, count) => {
      const [from, to] = [dated(settlement, cell), dated(maturity, cell)];
      if (from === null || to === null || settlement >= maturity) return ERRORS.number;
      const period = CouponPeriod.at(from, to, times, count, cell.arrangement.dateSystem);
      return period === null ? ERRORS.number : of(period);
    }),
  );
}
