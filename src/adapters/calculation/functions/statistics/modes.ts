import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { Matrix } from '../../values/Matrix';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersOf } from '../numbersOf';
import { ofNumbers } from './ofNumbers';

/** How often numbers come: MODE, MODE.SNGL, MODE.MULT and FREQUENCY. */
export const modes: readonly FunctionDefinition[] = [
  ...['MODE', 'MODE.SNGL'].map((name) => ofNumbers(name, (numbers) => modesOf(numbers)[0] ?? ERRORS.notAvailable)),
  rangeFunction('MODE.MULT', [1, 255], (args) => {
    const numbers = numbersOf(args);
    if (!Array.isArray(numbers)) return numbers;
    const found = modesOf(numbers);
    return found.length === 0 ? ERRORS.notAvailable : new Matrix(found.length, 1, found);
  }),
  rangeFunction('FREQUENCY', [2, 2], ([data = null, limits = null]) => {
    const [numbers, bins] = [numbersOf([data]), numbersOf([limits])] as const;
    if (!Array.isArray(numbers)) return everywhere(numbers, bins);
    if (!Array.isArray(bins)) return everywhere(bins, bins);
    const counts = frequencies(numbers, bins);
    return new Matrix(counts.length, 1, counts);
  }),
];

/** The numbers that come most often, if any comes twice, in the order in which they are met. */
function modesOf(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>();
  let most = 2;
  for (const value of numbers) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > most) most = count;
  }
  return [...counts].filter(([, count]) => count === most).map(([value]) => value);
}

/** How many numbers lie up to each limit and above the one before it, in whatever order the limits are; those above all of them last. */
function frequencies(numbers: readonly number[], limits: readonly number[]): number[] {
  const byLimit = limits.map((limit, at) => ({ limit, at })).sort((a, b) => a.limit - b.limit || a.at - b.at);
  const counts = Array.from({ length: limits.length + 1 }, () => 0);
  for (const value of numbers) {
    let [low, high] = [0, byLimit.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byLimit[middle]!.limit >= value) high = middle;
      else low = middle + 1;
    }
    const at = byLimit[low]?.at ?? limits.length;
    counts[at] = counts[at]! + 1;
  }
  return counts;
}

/** The error in as many places as there would be counts. */
function everywhere(error: CellError, bins: readonly number[] | CellError): Matrix | CellError {
  return Array.isArray(bins) ? Matrix.from(bins.length + 1, 1, () => error) : error;
}
