import { ERRORS } from '../../values/errors';
import { ofSingleCells, strictWhole } from '../dates/serials';
import { number, plainNumber, scalarFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** Interest rates by themselves: EFFECT, NOMINAL, RRI and PDURATION. */
export const interestRates: readonly FunctionDefinition[] = [
  ofSingleCells(
    scalarFunction('EFFECT', [plainNumber, strictWhole], (nominal, periods) =>
      nominal <= 0 || periods < 1 ? ERRORS.number : Math.pow(1 + nominal / periods, periods) - 1,
    ),
  ),
  ofSingleCells(
    scalarFunction('NOMINAL', [plainNumber, strictWhole], (effective, periods) =>
      effective <= 0 || periods < 1 ? ERRORS.number : (Math.pow(1 + effective, 1 / periods) - 1) * periods,
    ),
  ),
  scalarFunction('RRI', [number, number, number], (periods, present, future) =>
    periods <= 0 || present === 0 ? ERRORS.number : Math.pow(future / present, 1 / periods) - 1,
  ),
  scalarFunction('PDURATION', [number, number, number], (rate, present, future) =>
    rate <= 0 || present <= 0 || future <= 0 ? ERRORS.number : (Math.log(future) - Math.log(present)) / Math.log1p(rate),
  ),
];
