import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction, plainNumber } from '../define';
import type { DatedDay } from '../dates/dayCounts';
import type { FunctionDefinition } from '../FunctionDefinition';
import { daysBetween, monthsFrom } from './CouponPeriod';
import { lengthOf, refuseUnknownCount, type Schedule } from './OddPeriod';
import { basis, frequency } from './securityParameters';

/** Securities whose first coupon is for a shorter or longer time than the others, bought before it: ODDFPRICE and ODDFYIELD. */
export const oddFirstCoupons: readonly FunctionDefinition[] = [
  oddFirst('ODDFPRICE', (first, rate, yearly, redemption) =>
    yearly < 0 || redemption <= 0 ? ERRORS.number : priceOf(first, rate, yearly, redemption),
  ),
  oddFirst('ODDFYIELD', (first, rate, price, redemption) =>
    price <= 0 || redemption <= 0 ? ERRORS.number : yieldOf(first, rate, price, redemption),
  ),
];

/** In coupon periods. */
interface FirstCoupon {
  /** The time that the first coupon is for, what of it is before the settlement, and what behind. */
  readonly whole: number;
  readonly accrued: number;
  readonly ahead: number;
  /** The coupons behind the first one. */
  readonly later: number;
  readonly times: number;
}

function oddFirst(name: string, of: (first: FirstCoupon, rate: number, known: number, redemption: number) => number | CellError) {
  return ofSingleCells(
    cellFunction(
      name,
      [strictSerial, strictSerial, strictSerial, strictSerial, plainNumber, plainNumber, plainNumber, frequency, basis],
      (cell, settlement, maturity, issue, coupon, rate, known, redemption, times, count) => {
        const [settled, end] = [dated(settlement, cell), dated(maturity, cell)];
        const [issued, first] = [dated(issue, cell), dated(coupon, cell)];
        if (settled === null || end === null || issued === null || first === null || rate < 0) return ERRORS.number;
        if (issue >= settlement || settlement >= coupon || coupon >= maturity) return ERRORS.number;
        refuseUnknownCount(name, count);
        const schedule = { times, basis: count, system: cell.arrangement.dateSystem };
        const found = firstCoupon({ settled, end, issued, first }, schedule);
        return found === null ? ERRORS.number : of(found, rate, known, redemption);
      },
    ),
  );
}

interface Days {
  readonly issued: DatedDay;
  readonly settled: DatedDay;
  readonly first: DatedDay;
  readonly end: DatedDay;
}

/** What comes before the first coupon, counted back from it; null where dates go beyond what Excel knows. */
function firstCoupon({ issued, settled, first, end }: Days, schedule: Schedule): FirstCoupon | null {
  const { times, basis, system } = schedule;
  const step = 12 / times;
  let later = 0;
  for (let day: DatedDay | null = end; day !== null && day.serial > first.serial; day = monthsFrom(end, -later * step, system)) later++;
  let [whole, accrued, ahead] = [0, 0, 0];
  for (let k = 1, next = first; next.serial > issued.serial; k++) {
    const previous = monthsFrom(first, -k * step, system);
    if (previous === null) return null;
    const days = lengthOf(previous, next, schedule);
    const from = previous.serial < issued.serial ? issued : previous;
    const paid = from === previous ? 1 : daysBetween(from, next, basis) / days;
    whole += paid;
    if (settled.serial >= next.serial) accrued += paid;
    else if (settled.serial > from.serial) accrued += daysBetween(from, settled, basis) / days;
    if (settled.serial <= previous.serial) ahead += 1;
    else if (settled.serial < next.serial) ahead += 1 - daysBetween(previous, settled, basis) / days;
    next = previous;
  }
  return { whole, accrued, ahead, later, times };
}

function priceOf({ whole, accrued, ahead, later, times }: FirstCoupon, rate: number, yearly: number, redemption: number): number {
  const coupon = (100 * rate) / times;
  const factor = 1 + yearly / times;
  let price = redemption / Math.pow(factor, later + ahead) + (coupon * whole) / Math.pow(factor, ahead);
  for (let k = 1; k <= later; k++) price += coupon / Math.pow(factor, k + ahead);
  return price - coupon * accrued;
}

/** The price falls as the yield rises, and lies above the tangent: from the left Newton's method cannot overshoot. */
function yieldOf(first: FirstCoupon, rate: number, price: number, redemption: number): number | CellError {
  let yearly = rate;
  for (let step = 0; step < 100; step++) {
    const miss = priceOf(first, rate, yearly, redemption) - price;
    const width = 1e-6;
    const slope = (priceOf(first, rate, yearly + width, redemption) - priceOf(first, rate, yearly - width, redemption)) / (2 * width);
    const next = Math.max(yearly - miss / slope, -first.times * 0.999);
    if (!Number.isFinite(next)) return ERRORS.number;
    if (Math.abs(next - yearly) < 1e-13) return next;
    yearly = next;
  }
  return Math.abs(priceOf(first, rate, yearly, redemption) - price) < 1e-9 * price ? yearly : ERRORS.number;
}
