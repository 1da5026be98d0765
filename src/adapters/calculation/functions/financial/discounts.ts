import type { CellError } from '../../../../core/workbook/CellValue';
import type { Cell } from '../../compile/Program';
import { ERRORS } from '../../values/errors';
import { yearFraction, type Basis } from '../dates/dayCounts';
import { dated } from '../dates/intervals';
import { ofSingleCells, strictSerial } from '../dates/serials';
import { cellFunction, optional, plainNumber } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { basis } from './securityParameters';

/** Securities without coupons: DISC, INTRATE, RECEIVED, PRICEDISC, YIELDDISC, ACCRINTM, PRICEMAT and YIELDMAT. */
export const discounts: readonly FunctionDefinition[] = [
  discounted('DISC', (years, price, redemption) => (1 - price / redemption) / years),
  discounted('INTRATE', (years, invested, redemption) => (redemption / invested - 1) / years),
  discounted('RECEIVED', (years, invested, discount) => (discount * years >= 1 ? ERRORS.number : invested / (1 - discount * years))),
  discounted('PRICEDISC', (years, discount, redemption) => redemption * (1 - discount * years)),
  discounted('YIELDDISC', (years, price, redemption) => (redemption / price - 1) / years),
  ofSingleCells(
    cellFunction(
      'ACCRINTM',
      [strictSerial, strictSerial, plainNumber, optional(plainNumber, 1000), basis],
      (cell, issue, settlement, rate, par, count) => {
        const years = yearsBetween(cell, issue, settlement, count);
        return years === null || issue >= settlement || rate <= 0 || par <= 0 ? ERRORS.number : par * rate * years;
      },
    ),
  ),
  atMaturity('PRICEMAT', (life, passed, left, rate, yearly) =>
    yearly < 0 ? ERRORS.number : (100 * (1 + life * rate)) / (1 + left * yearly) - 100 * passed * rate,
  ),
  atMaturity('YIELDMAT', (life, passed, left, rate, price) =>
    price <= 0 ? ERRORS.number : ((1 + life * rate) / (price / 100 + passed * rate) - 1) / left,
  ),
];

/** A function of the years from settlement to maturity and two amounts. */
function discounted(name: string, of: (years: number, first: number, second: number) => number | CellError): FunctionDefinition {
  return ofSingleCells(
    cellFunction(
      name,
      [strictSerial, strictSerial, plainNumber, plainNumber, basis],
      (cell, settlement, maturity, first, second, count) => {
        const years = yearsBetween(cell, settlement, maturity, count);
        if (years === null || settlement >= maturity || first <= 0 || second <= 0) return ERRORS.number;
        return of(years, first, second);
      },
    ),
  );
}

/** A function of a security that pays all its interest at maturity: its life, what of that has passed, what is left, its rate. */
function atMaturity(name: string, of: (life: number, passed: number, left: number, rate: number, known: number) => number | CellError) {
  return ofSingleCells(
    cellFunction(
      name,
      [strictSerial, strictSerial, strictSerial, plainNumber, plainNumber, basis],
      (cell, settlement, maturity, issue, rate, known, count) => {
        if (settlement >= maturity || issue > settlement || rate < 0) return ERRORS.number;
        const life = yearsBetween(cell, issue, maturity, count);
        const passed = yearsBetween(cell, issue, settlement, count);
        const left = yearsBetween(cell, settlement, maturity, count);
        return life === null || passed === null || left === null ? ERRORS.number : of(life, passed, left, rate, known);
      },
    ),
  );
}

function yearsBetween(cell: Cell, from: number, to: number, count: Basis): number | null {
  const [first, last] = [dated(from, cell), dated(to, cell)];
  return first === null || last === null || from > to ? null : yearFraction(first, last, count);
}
