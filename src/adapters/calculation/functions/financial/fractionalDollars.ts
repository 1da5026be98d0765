import { ERRORS } from '../../values/errors';
import { ofSingleCells, strictWhole } from '../dates/serials';
import { plainNumber, scalarFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** Prices in fractions of a dollar: DOLLARDE and DOLLARFR. */
export const fractionalDollars: readonly FunctionDefinition[] = [
  convert('DOLLARDE', (part, fraction, scale) => (part * scale) / fraction),
  convert('DOLLARFR', (part, fraction, scale) => (part * fraction) / scale),
];

/** A function that changes what stands behind the decimal point, given the power of ten that holds the fraction's digits. */
function convert(name: string, change: (part: number, fraction: number, scale: number) => number): FunctionDefinition {
  return ofSingleCells(
    scalarFunction(name, [plainNumber, strictWhole], (price, fraction) => {
      if (fraction < 0) return ERRORS.number;
      if (fraction === 0) return ERRORS.divide;
      const dollars = Math.trunc(price);
      return dollars + change(price - dollars, fraction, Math.pow(10, Math.ceil(Math.log10(fraction))));
    }),
  );
}
