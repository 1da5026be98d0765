import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction, plainNumber } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { monthsFrom } from './CouponPeriod';

/** Days up to which a bill's yield is not compounded. */
const HALF_YEAR = 182;

/** Treasury bills: TBILLEQ, TBILLPRICE and TBILLYIELD. */
export const treasuryBills: readonly FunctionDefinition[] = [
  bill('TBILLEQ', (days, discount) => {
    const price = 1 - (discount * days) / 360;
    if (price <= 0) return ERRORS.number;
    if (days <= HALF_YEAR) return (365 * discount) / (360 - discount * days);
    const years = days / (days === 366 ? 366 : 365);
    return (2 * Math.sqrt(years * years - (2 * years - 1) * (1 - 1 / price)) - 2 * years) / (2 * years - 1);
  }),
  bill('TBILLPRICE', (days, discount) => {
    const price = 100 * (1 - (discount * days) / 360);
    return price < 0 ? ERRORS.number : price;
  }),
  bill('TBILLYIELD', (days, price) => ((100 - price) / price) * (360 / days)),
];

function bill(name: string, of: (days: number, known: number) => number | CellError): FunctionDefinition {
  return ofSingleCells(
    cellFunction(name, [strictSerial, strictSerial, plainNumber], (cell, settlement, maturity, known) => {
      const [from, to] = [dated(settlement, cell), dated(maturity, cell)];
      if (from === null || to === null || settlement >= maturity || known <= 0) return ERRORS.number;
      const year = monthsFrom(from, 12, cell.arrangement.dateSystem);
      return year !== null && maturity > year.serial ? ERRORS.number : of(maturity - settlement, known);
    }),
  );
}
