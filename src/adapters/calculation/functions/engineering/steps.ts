import { erf, erfc } from '../../numerics/errorFunction';
import { optional, type Parameter, plainNumber, scalarFunction } from '../define';
import { ofSingleCells } from '../dates/serials';
import type { FunctionDefinition } from '../FunctionDefinition';

/** ERF, ERFC and their .PRECISE kin, DELTA and GESTEP. */
export const steps: readonly FunctionDefinition[] = [
  strict('ERF', [plainNumber, optional(plainNumber, NaN)], (from, to) => (Number.isNaN(to) ? erf(from) : between(from, to))),
  scalarFunction('ERF.PRECISE', [plainNumber], erf),
  strict('ERFC', [plainNumber], erfc),
  scalarFunction('ERFC.PRECISE', [plainNumber], erfc),
  strict('DELTA', [plainNumber, optional(plainNumber, 0)], (a, b) => (a === b ? 1 : 0)),
  strict('GESTEP', [plainNumber, optional(plainNumber, 0)], (value, step) => (value >= step ? 1 : 0)),
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
