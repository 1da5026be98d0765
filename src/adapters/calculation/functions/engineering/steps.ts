import { erf, erfc } from '../../numerics/errorFunction';
import { optional, scalarFunction, type Parameter } from '../define';
import { ofSingleCells, strictNumber } from '../dates/serials';
import type { FunctionDefinition } from '../FunctionDefinition';

/** ERF, ERFC and their .PRECISE kin, DELTA and GESTEP. */
export const steps: readonly FunctionDefinition[] = [
  strict('ERF', [strictNumber, optional(strictNumber, NaN)], (from, to) => (Number.isNaN(to) ? erf(from) : between(from, to))),
  scalarFunction('ERF.PRECISE', [strictNumber], erf),
  strict('ERFC', [strictNumber], erfc),
  scalarFunction('ERFC.PRECISE', [strictNumber], erfc),
  strict('DELTA', [strictNumber, optional(strictNumber, 0)], (a, b) => (a === b ? 1 : 0)),
  strict('GESTEP', [strictNumber, optional(strictNumber, 0)], (value, step) => (value >= step ? 1 : 0)),
];

function strict<P extends readonly number[]>(
  name: string,
  parameters: { readonly [K in keyof P]: Parameter<P[K]> },
  evaluate: (...args: P) => number,
): FunctionDefinition {
  return ofSingleCells(scalarFunction<P>(name, parameters, evaluate));
}

function between(from: number, to: number): number {
  if (from > 0 && to > 0) return erfc(from) - erfc(to);
  return from < 0 && to < 0 ? erfc(-to) - erfc(-from) : erf(to) - erf(from);
}
