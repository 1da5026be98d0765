import type { CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import type { Value } from '../../values/Value';
import { rangeFunction, scalarFunction, type Parameter } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersOf } from '../numbersOf';

/** A function of all the numbers among its arguments. */
export function ofNumbers(name: string, evaluate: (numbers: readonly number[]) => number | CellError): FunctionDefinition {
  return rangeFunction(name, [1, 255], (args) => {
    const numbers = numbersOf(args);
    return Array.isArray(numbers) ? evaluate(numbers) : numbers;
  });
}

/** A function of the numbers of its first argument and of single values behind it, calculated one by one where those are arrays. */
export function ofNumbersAnd<P extends readonly unknown[]>(
  name: string,
  parameters: { readonly [K in keyof P]: Parameter<P[K]> },
  evaluate: (numbers: readonly number[], ...args: P) => Value,
): FunctionDefinition {
  const readers: readonly Parameter<unknown>[] = parameters;
  return {
    name,
    least: 1 + readers.filter((parameter) => !('otherwise' in parameter)).length,
    most: 1 + readers.length,
    evaluate: (args, cell) => {
      const numbers = numbersOf([args[0] ?? null]);
      if (!Array.isArray(numbers)) return numbers;
      return scalarFunction<P>(name, parameters, (...rest) => evaluate(numbers, ...rest)).evaluate(args.slice(1), cell);
    },
  };
}

/** The numbers in ascending order. */
export function ascending(numbers: readonly number[]): Float64Array {
  return Float64Array.from(numbers).sort();
}

/** The sum of what `of` makes of each number. */
export function sumOf(numbers: ArrayLike<number>, of: (value: number) => number): number {
  let total = 0;
  for (let k = 0; k < numbers.length; k++) total += of(numbers[k]!);
  return total;
}

/** The mean; NaN of nothing. */
export function meanOf(numbers: ArrayLike<number>): number {
  return sumOf(numbers, (value) => value) / numbers.length;
}

/**
 * The mean of numbers that is to be taken off them. Interrupts where they are all the same and their mean, for the last digit, is not:
 * whether Excel sees then that they do not differ is not known.
 */
export function levelOf(numbers: readonly number[]): number {
  const mean = meanOf(numbers);
  const [first] = numbers;
  if (first !== undefined && first !== mean && numbers.every((value) => value === first))
    throw new Unknowable('doubt', `how numbers vary that are all ${first}`);
  return mean;
}
