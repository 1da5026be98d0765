import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction, plainNumber } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { periodsForward, refuseUnknownCount } from './OddPeriod';
import { basis, frequency } from './securityParameters';

/** Securities whose last coupon is for a shorter or longer time than the others, bought after the one before: ODDLPRICE and ODDLYIELD. */
export const oddLastCoupons: readonly FunctionDefinition[] = [
  oddLast('ODDLPRICE', ({ coupon, whole, accrued, left, times }, yearly, redemption) =>
    yearly < 0 || redemption <= 0 ? ERRORS.number : (redemption + whole * coupon) / (1 + (left * yearly) / times) - accrued * coupon,
  ),
  oddLast('ODDLYIELD', ({ coupon, whole, accrued, left, times }, price, redemption) => {
    if (price <= 0 || redemption <= 0) return ERRORS.number;
    const paid = price + accrued * coupon;
    return ((redemption + whole * coupon - paid) / paid) * (times / left);
  }),
];

interface LastCoupon {
  /** What a whole coupon period pays. */
  readonly coupon: number;
  /** In coupon periods: the time that the last coupon is for, what of it is before the settlement, and what behind. */
  readonly whole: number;
  readonly accrued: number;
  readonly left: number;
  readonly times: number;
}

function oddLast(name: string, of: (last: LastCoupon, known: number, redemption: number) => number | CellError) {
  return ofSingleCells(
    cellFunction(
      name,
      [strictSerial, strictSerial, strictSerial, plainNumber, plainNumber, plainNumber, frequency, basis],
      (cell, settlement, maturity, paidLast, rate, known, redemption, times, count) => {
        const [from, to, start] = [dated(settlement, cell), dated(maturity, cell), dated(paidLast, cell)];
        if (from === null || to === null || start === null || rate < 0) return ERRORS.number;
        if (paidLast >= settlement || settlement >= maturity) return ERRORS.number;
        refuseUnknownCount(name, count);
        const periods = periodsForward(start, [to, from], { times, basis: count, system: cell.arrangement.dateSystem });
        if (periods === null) return ERRORS.number;
        const [whole, accrued] = [periods[0]!, periods[1]!];
        return of({ coupon: (100 * rate) / times, whole, accrued, left: whole - accrued, times }, known, redemption);
      },
    ),
  );
}
