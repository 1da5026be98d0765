import { ERRORS } from '../../values/errors';
import { number, scalarFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** Angles beyond this size Excel takes for a mistake. */
const LARGEST_ANGLE = 2 ** 27;

/** Sines, cosines, tangents, their reciprocals and inverses, circular and hyperbolic; DEGREES and RADIANS. */
export const trigonometry: readonly FunctionDefinition[] = [
  circular('SIN', Math.sin),
  circular('COS', Math.cos),
  circular('TAN', Math.tan),
  circular('COT', (angle) => 1 / Math.tan(angle)),
  circular('SEC', (angle) => 1 / Math.cos(angle)),
  circular('CSC', (angle) => 1 / Math.sin(angle)),
  scalarFunction('SINH', [number], Math.sinh),
  scalarFunction('COSH', [number], Math.cosh),
  scalarFunction('TANH', [number], Math.tanh),
  scalarFunction('COTH', [number], (value) => (value === 0 ? ERRORS.divide : 1 / Math.tanh(value))),
  scalarFunction('SECH', [number], (value) => 1 / Math.cosh(value)),
  scalarFunction('CSCH', [number], (value) => (value === 0 ? ERRORS.divide : 1 / Math.sinh(value))),
  scalarFunction('ASIN', [number], Math.asin),
  scalarFunction('ACOS', [number], Math.acos),
  scalarFunction('ATAN', [number], Math.atan),
  scalarFunction('ATAN2', [number, number], (x, y) => (x === 0 && y === 0 ? ERRORS.divide : Math.atan2(y, x))),
  scalarFunction('ACOT', [number], (value) => Math.PI / 2 - Math.atan(value)),
  scalarFunction('ASINH', [number], Math.asinh),
  scalarFunction('ACOSH', [number], Math.acosh),
  scalarFunction('ATANH', [number], Math.atanh),
  scalarFunction('ACOTH', [number], (value) => (Math.abs(value) <= 1 ? ERRORS.number : Math.atanh(1 / value))),
  scalarFunction('DEGREES', [number], (angle) => (angle * 180) / Math.PI),
  scalarFunction('RADIANS', [number], (angle) => (angle * Math.PI) / 180),
];

function circular(name: string, of: (angle: number) => number): FunctionDefinition {
  return scalarFunction(name, [number], (angle) => {
    if (Math.abs(angle) >= LARGEST_ANGLE) return ERRORS.number;
    const value = of(angle);
    return Math.abs(value) === Infinity ? ERRORS.divide : value;
  });
}
