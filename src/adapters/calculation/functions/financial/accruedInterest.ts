import { Unknowable } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction, optional, plainNumber, truth } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { daysBetween, monthsFrom } from './CouponPeriod';
import { basis, frequency } from './securityParameters';

/**
 * Interest of a security that pays coupons, accrued up to a settlement: ACCRINT, where all lies before the first coupon and within its
 * period. What Excel gives otherwise follows no rule that could be read off its results.
 */
export const accruedInterest: readonly FunctionDefinition[] = [
  ofSingleCells(
    cellFunction(
      'ACCRINT',
      [strictSerial, strictSerial, strictSerial, plainNumber, optional(plainNumber, 1000), frequency, basis, optional(truth, true)],
      (cell, issue, first, settlement, rate, par, times, count, _fromIssue) => {
        const [issued, coupon, settled] = [dated(issue, cell), dated(first, cell), dated(settlement, cell)];
        if (issued === null || coupon === null || settled === null || rate <= 0 || par <= 0 || issue >= settlement) return ERRORS.number;
        const start = monthsFrom(coupon, -12 / times, cell.arrangement.dateSystem);
        if (start === null || issue < start.serial || settlement > first)
          throw new Unknowable('formula', 'ACCRINT beyond the period of the first coupon');
        const days = count === 1 ? first - start.serial : (count === 3 ? 365 : 360) / times;
        return (((par * rate) / times) * daysBetween(issued, settled, count)) / days;
      },
    ),
  ),
];
