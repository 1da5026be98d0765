import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction, plainNumber } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { CouponPeriod } from './CouponPeriod';
import { basis, frequency } from './securityParameters';

/** Securities that pay coupons: PRICE, YIELD, DURATION and MDURATION. */
export const bonds: readonly FunctionDefinition[] = [
  security('PRICE', (period, rate, yearly, redemption) =>
    yearly < 0 || redemption <= 0 ? ERRORS.number : priceOf(period, rate, yearly, redemption),
  ),
  security('YIELD', (period, rate, price, redemption) =>
    price <= 0 || redemption <= 0 ? ERRORS.number : yieldOf(period, rate, price, redemption),
  ),
  timing('DURATION', durationOf),
  timing('MDURATION', (period, rate, yearly) => durationOf(period, rate, yearly) / (1 + yearly / period.frequency)),
];

function security(name: string, of: (period: CouponPeriod, rate: number, known: number, redemption: number) => number | CellError) {
  return ofSingleCells(
    cellFunction(
      name,
      [strictSerial, strictSerial, plainNumber, plainNumber, plainNumber, frequency, basis],
      (cell, settlement, maturity, rate, known, redemption, times, count) => {
        const [from, to] = [dated(settlement, cell), dated(maturity, cell)];
        if (from === null || to === null || settlement >= maturity || rate < 0) return ERRORS.number;
        const period = CouponPeriod.at(from, to, times, count, cell.arrangement.dateSystem);
        return period === null ? ERRORS.number : of(period, rate, known, redemption);
      },
    ),
  );
}

function timing(name: string, of: (period: CouponPeriod, rate: number, yearly: number) => number) {
  return ofSingleCells(
    cellFunction(
      name,
      [strictSerial, strictSerial, plainNumber, plainNumber, frequency, basis],
      (cell, settlement, maturity, rate, yearly, times, count) => {
        const [from, to] = [dated(settlement, cell), dated(maturity, cell)];
        if (from === null || to === null || settlement >= maturity || rate < 0 || yearly < 0) return ERRORS.number;
        const period = CouponPeriod.at(from, to, times, count, cell.arrangement.dateSystem);
        return period === null ? ERRORS.number : of(period, rate, yearly);
      },
    ),
  );
}

/** The part of a period until the next coupon: what is left of its days, however the days left would be counted. */
function aheadOf({ days, daysBefore }: CouponPeriod): number {
  return 1 - daysBefore / days;
}

/** The price per 100 of face value at a yearly yield. */
function priceOf(period: CouponPeriod, rate: number, yearly: number, redemption: number): number {
  const coupon = (100 * rate) / period.frequency;
  const accrued = (coupon * period.daysBefore) / period.days;
  const ahead = aheadOf(period);
  const perPeriod = yearly / period.frequency;
  if (period.coupons === 1) return (redemption + coupon) / (1 + ahead * perPeriod) - accrued;
  let price = redemption / Math.pow(1 + perPeriod, period.coupons - 1 + ahead);
  for (let k = 0; k < period.coupons; k++) price += coupon / Math.pow(1 + perPeriod, k + ahead);
  return price - accrued;
}

function yieldOf(period: CouponPeriod, rate: number, price: number, redemption: number): number | CellError {
  const ahead = aheadOf(period);
  if (period.coupons === 1) {
    const coupon = (100 * rate) / period.frequency;
    const paid = price + (coupon * period.daysBefore) / period.days;
    return ((redemption + coupon - paid) / paid) * (period.frequency / ahead);
  }
  // The price falls as the yield rises, and lies above the tangent: from the left Newton's method cannot overshoot.
  let yearly = rate;
  for (let step = 0; step < 100; step++) {
    const miss = priceOf(period, rate, yearly, redemption) - price;
    const width = 1e-6;
    const slope = (priceOf(period, rate, yearly + width, redemption) - priceOf(period, rate, yearly - width, redemption)) / (2 * width);
    const next = Math.max(yearly - miss / slope, -period.frequency * 0.999);
    if (!Number.isFinite(next)) return ERRORS.number;
    if (Math.abs(next - yearly) < 1e-13) return next;
    yearly = next;
  }
  return Math.abs(priceOf(period, rate, yearly, redemption) - price) < 1e-9 * price ? yearly : ERRORS.number;
}

/** The years until the money comes back, on average. */
function durationOf(period: CouponPeriod, rate: number, yearly: number): number {
  const coupon = (100 * rate) / period.frequency;
  const ahead = aheadOf(period);
  const factor = 1 + yearly / period.frequency;
  let [weighted, total] = [0, 0];
  for (let k = 0; k < period.coupons; k++) {
    const worth = (coupon + (k === period.coupons - 1 ? 100 : 0)) / Math.pow(factor, k + ahead);
    weighted += worth * (k + ahead);
    total += worth;
  }
  return weighted / total / period.frequency;
}
