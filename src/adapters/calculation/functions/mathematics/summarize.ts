import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { deviation, mostFrequent, percentile, variance } from '../statistics/summaries';

/** What SUBTOTAL and AGGREGATE make of numbers, by its number there; `filled` counts all that is not blank. */
export function summarize(kind: number, numbers: readonly number[], filled: number): number | CellError {
  switch (kind) {
    case 1:
      return numbers.length === 0 ? ERRORS.divide : total(numbers) / numbers.length;
    case 2:
      return numbers.length;
    case 3:
      return filled;
    case 4:
      return numbers.reduce((most, value) => Math.max(most, value), numbers[0] ?? 0);
    case 5:
      return numbers.reduce((least, value) => Math.min(least, value), numbers[0] ?? 0);
    case 6:
      return numbers.length === 0 ? 0 : numbers.reduce((product, value) => product * value, 1);
    case 7:
    case 8:
      return deviation(numbers, kind === 7);
    case 9:
      return total(numbers);
    case 10:
    case 11:
      return variance(numbers, kind === 10);
    case 12:
      return percentile(numbers, 0.5, true);
    case 13:
      return mostFrequent(numbers);
    default:
      return ERRORS.value;
  }
}

/** What AGGREGATE makes of numbers and one more, the place or the share that is asked for. */
export function rank(kind: number, numbers: readonly number[], wanted: number): number | CellError {
  if (kind === 14 || kind === 15) {
    const place = Math.ceil(wanted);
    if (place < 1 || place > numbers.length) return ERRORS.number;
    const sorted = [...numbers].sort((a, b) => a - b);
    return sorted[kind === 14 ? sorted.length - place : place - 1]!;
  }
  if (kind === 17 || kind === 19) {
    const quarter = Math.trunc(wanted);
    return quarter < 0 || quarter > 4 ? ERRORS.number : percentile(numbers, quarter / 4, kind === 17);
  }
  return percentile(numbers, wanted, kind === 16);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}
