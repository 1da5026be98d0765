import { ERRORS } from '../../values/errors';
import { number, optional, plainNumber, rangeFunction, scalarFunction, toolPakFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** ABS, SIGN, PI, POWER, SQRT, SQRTPI, EXP, LN, LOG and LOG10. */
export const powers: readonly FunctionDefinition[] = [
  rangeFunction('PI', [0, 0], () => Math.PI),
  scalarFunction('ABS', [number], Math.abs),
  scalarFunction('SIGN', [number], (value) => Math.sign(value) + 0),
  scalarFunction('POWER', [number, number], (base, exponent) => {
    if (base === 0 && exponent === 0) return ERRORS.number;
    return base === 0 && exponent < 0 ? ERRORS.divide : Math.pow(base, exponent);
  }),
  scalarFunction('SQRT', [number], Math.sqrt),
  toolPakFunction('SQRTPI', [plainNumber], (value) => Math.sqrt(value * Math.PI)),
  scalarFunction('EXP', [number], Math.exp),
  scalarFunction('LN', [number], (value) => (value <= 0 ? ERRORS.number : Math.log(value))),
  scalarFunction('LOG', [number, optional(number, 10)], (value, base) => {
    if (value <= 0 || base <= 0) return ERRORS.number;
    if (base === 1) return ERRORS.divide;
    return base === 10 ? Math.log10(value) : base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
  }),
  scalarFunction('LOG10', [number], (value) => (value <= 0 ? ERRORS.number : Math.log10(value))),
];
