import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { meanOf, ofNumbers, sumOf } from './ofNumbers';
import { numbersWithTexts } from './numbersWithTexts';

/** How far numbers lie apart: variances, standard deviations, AVEDEV and DEVSQ. */
export const spread: readonly FunctionDefinition[] = [
  ...['VAR', 'VAR.S'].map((name) => ofNumbers(name, sample)),
  ...['VARP', 'VAR.P'].map((name) => ofNumbers(name, population)),
  ...['STDEV', 'STDEV.S'].map((name) => ofNumbers(name, (numbers) => root(sample(numbers)))),
  ...['STDEVP', 'STDEV.P'].map((name) => ofNumbers(name, (numbers) => root(population(numbers)))),
  withTexts('VARA', sample),
  withTexts('VARPA', population),
  withTexts('STDEVA', (numbers) => root(sample(numbers))),
  withTexts('STDEVPA', (numbers) => root(population(numbers))),
  ofNumbers('DEVSQ', (numbers) => (numbers.length === 0 ? ERRORS.number : squares(numbers))),
  ofNumbers('AVEDEV', (numbers) => {
    const mean = meanOf(numbers);
    return numbers.length === 0 ? ERRORS.number : sumOf(numbers, (value) => Math.abs(value - mean)) / numbers.length;
  }),
];

/** The sum of the squares of what the numbers are away from their mean. */
export function squares(numbers: readonly number[]): number {
  const mean = meanOf(numbers);
  return sumOf(numbers, (value) => (value - mean) ** 2);
}

/** The variance of numbers that are a sample. */
export function sample(numbers: readonly number[]): number | CellError {
  return numbers.length < 2 ? ERRORS.divide : squares(numbers) / (numbers.length - 1);
}

function population(numbers: readonly number[]): number | CellError {
  return numbers.length === 0 ? ERRORS.divide : squares(numbers) / numbers.length;
}

function root(value: number | CellError): number | CellError {
  return typeof value === 'number' ? Math.sqrt(value) : value;
}

function withTexts(name: string, evaluate: (numbers: readonly number[]) => number | CellError): FunctionDefinition {
  return rangeFunction(name, [1, 255], (args) => {
    const numbers = numbersWithTexts(args);
    return Array.isArray(numbers) ? evaluate(numbers) : numbers;
  });
}
