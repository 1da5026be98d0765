import { ERRORS } from '../../values/errors';
import type { FunctionDefinition } from '../FunctionDefinition';
import { levelOf, ofNumbers, sumOf } from './ofNumbers';
import { squares } from './spread';

/** How numbers lie about their mean: SKEW, SKEW.P and KURT. */
export const shape: readonly FunctionDefinition[] = [
  ofNumbers('SKEW', (numbers) => {
    const n = numbers.length;
    const deviation = Math.sqrt(squares(numbers) / (n - 1));
    return n < 3 || deviation === 0 ? ERRORS.divide : (moment(numbers, 3, deviation) * n) / ((n - 1) * (n - 2));
  }),
  ofNumbers('SKEW.P', (numbers) => {
    const deviation = Math.sqrt(squares(numbers) / numbers.length);
    return numbers.length < 3 || deviation === 0 ? ERRORS.divide : moment(numbers, 3, deviation) / numbers.length;
  }),
  ofNumbers('KURT', (numbers) => {
    const n = numbers.length;
    const deviation = Math.sqrt(squares(numbers) / (n - 1));
    if (n < 4 || deviation === 0) return ERRORS.divide;
    const scale = (n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3));
    return scale * moment(numbers, 4, deviation) - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
  }),
];

function moment(numbers: readonly number[], power: number, deviation: number): number {
  const mean = levelOf(numbers);
  return sumOf(numbers, (value) => Math.pow((value - mean) / deviation, power));
}
