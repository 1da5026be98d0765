import { CalculationLimit, Unknowable } from '../../model/interruptions';
import { besselI, besselJ, besselK, besselY } from '../../numerics/bessel';
import { ERRORS } from '../../values/errors';
import { plainNumber, scalarFunction } from '../define';
import { ofSingleCells, strictWhole } from '../dates/serials';
import type { FunctionDefinition } from '../FunctionDefinition';

/** The highest order that is calculated. */
const HIGHEST = 100_000;

/** BESSELI, BESSELJ, BESSELK and BESSELY. */
export const besselFunctions: readonly FunctionDefinition[] = [
  bessel('BESSELI', besselI, false),
  bessel('BESSELJ', besselJ, false),
  bessel('BESSELK', besselK, true),
  bessel('BESSELY', besselY, true),
];

function bessel(name: string, of: (x: number, order: number) => number, isPositiveOnly: boolean): FunctionDefinition {
  return ofSingleCells(
    scalarFunction(name, [plainNumber, strictWhole], (x, order) => {
      if (order < 0 || (isPositiveOnly && x <= 0)) return ERRORS.number;
      if (order > HIGHEST) throw new CalculationLimit(`${name} of order ${order}`);
      if (name === 'BESSELJ' && isDoubtful(Math.abs(x), order)) throw new Unknowable('doubt', `BESSELJ of ${x}`);
      return of(x, order);
    }),
  );
}

/** Excel's J of order 1, and what it makes of it, has a slip of its own between these, of which only some results are known. */
function isDoubtful(size: number, order: number): boolean {
  return size >= 8 && size < 30 && order > 0 && (order === 1 || size > order);
}
