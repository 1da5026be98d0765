import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersWithTexts } from './numbersWithTexts';
import { meanOf, ofNumbers, sumOf } from './ofNumbers';

/** AVERAGEA, MAXA, MINA, GEOMEAN and HARMEAN. */
export const means: readonly FunctionDefinition[] = [
  withTexts('AVERAGEA', (numbers) => (numbers.length === 0 ? ERRORS.divide : meanOf(numbers))),
  withTexts('MAXA', (numbers) => numbers.reduce((most, value) => Math.max(most, value), numbers[0] ?? 0)),
  withTexts('MINA', (numbers) => numbers.reduce((least, value) => Math.min(least, value), numbers[0] ?? 0)),
  ofNumbers('GEOMEAN', (numbers) => (arePositive(numbers) ? geometric(numbers) : ERRORS.number)),
  ofNumbers('HARMEAN', (numbers) => (arePositive(numbers) ? numbers.length / sumOf(numbers, (value) => 1 / value) : ERRORS.number)),
];

function geometric(numbers: readonly number[]): number {
  const product = numbers.reduce((total, value) => total * value, 1);
  if (product > 1e-280 && product < 1e280) return Math.pow(product, 1 / numbers.length);
  return Math.exp(sumOf(numbers, Math.log) / numbers.length);
}

function arePositive(numbers: readonly number[]): boolean {
  return numbers.length > 0 && numbers.every((value) => value > 0);
}

function withTexts(name: string, evaluate: (numbers: readonly number[]) => number | CellError): FunctionDefinition {
  return rangeFunction(name, [1, 255], (args) => {
    const numbers = numbersWithTexts(args);
    return Array.isArray(numbers) ? evaluate(numbers) : numbers;
  });
}
