import { ERRORS } from '../../values/errors';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction, optional, plainNumber, truth } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { daysBetween, monthsFrom } from './CouponPeriod';
import type { Basis, DatedDay } from '../dates/dayCounts';
import type { DateSystem } from '../../values/calendar';
import { basis, frequency } from './securityParameters';

/**
 * Interest of a security that pays coupons, accrued up to a settlement: ACCRINT. Excel counts whole coupons and parts of them back from one
 * coupon to the issue, beginning with what lies between that coupon and the settlement, which may be less than nothing.
 */
export const accruedInterest: readonly FunctionDefinition[] = [
  ofSingleCells(
    cellFunction(
      'ACCRINT',
      [strictSerial, strictSerial, strictSerial, plainNumber, optional(plainNumber, 1000), frequency, basis, optional(truth, true)],
      (cell, issue, first, settlement, rate, par, times, count, fromIssue) => {
        const [issued, coupon, settled] = [dated(issue, cell), dated(first, cell), dated(settlement, cell)];
        if (issued === null || coupon === null || settled === null || rate <= 0 || par <= 0 || issue >= settlement) return ERRORS.number;
        const accrued = couponsAccrued({ issued, coupon, settled, times, count, fromIssue }, cell.arrangement.dateSystem);
        return accrued === null ? ERRORS.number : ((par * rate) / times) * accrued;
      },
    ),
  ),
];

interface Accrual {
  readonly issued: DatedDay;
  readonly coupon: DatedDay;
  readonly settled: DatedDay;
  readonly times: number;
  readonly count: Basis;
  readonly fromIssue: boolean;
}

/** How many coupons' worth of interest is accrued; null where dates go beyond what Excel knows. */
function couponsAccrued({ issued, coupon, settled, times, count, fromIssue }: Accrual, system: DateSystem): number | null {
  const step = 12 / times;
  const fixed = (count === 3 ? 365 : 360) / times;
  const start = monthsFrom(coupon, -step, system);
  if (start === null) return null;
  let [end, next]: [DatedDay, DatedDay] = [start, coupon];
  const goOn = (): boolean => {
    const following = monthsFrom(next, step, system);
    if (following !== null) [end, next] = [next, following];
    return following !== null;
  };
  let length = coupon.serial - start.serial;
  if (fromIssue && settled.serial > coupon.serial) {
    // Issued a whole period before the first coupon: from the last coupon, as parts of the first period. Else from the next one.
    const isWhole = issued.serial === start.serial;
    while ((isWhole ? next : end).serial < settled.serial) if (!goOn()) return null;
    if (!isWhole) length = next.serial - end.serial;
  }
  const first = issued.serial > end.serial ? issued : end;
  let accrued = daysBetween(first, settled, count) / (count === 1 ? length : fixed);
  for (let later = end; later.serial > issued.serial;) {
    const earlier = monthsFrom(later, -step, system);
    if (earlier === null) return null;
    if (issued.serial <= earlier.serial) accrued += fromIssue ? 1 : 0;
    else accrued += daysBetween(issued, later, count) / (count === 1 || count === 4 ? daysBetween(earlier, later, count) : fixed);
    later = earlier;
  }
  return accrued;
}
