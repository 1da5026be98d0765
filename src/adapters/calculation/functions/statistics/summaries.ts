import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';

/** The variance of numbers, of a sample or of all there are; `#DIV/0!` when there are too few. */
export function variance(numbers: readonly number[], isSample: boolean): number | CellError {
  const degrees = numbers.length - (isSample ? 1 : 0);
  if (degrees < 1) return ERRORS.divide;
  const mean = numbers.reduce((total, value) => total + value, 0) / numbers.length;
  return numbers.reduce((total, value) => total + (value - mean) ** 2, 0) / degrees;
}

/** The standard deviation of numbers, of a sample or of all there are. */
export function deviation(numbers: readonly number[], isSample: boolean): number | CellError {
  const squared = variance(numbers, isSample);
  return typeof squared === 'number' ? Math.sqrt(squared) : squared;
}

/** The number below which a share of the numbers lies, ends included as PERCENTILE.INC counts them or excluded as PERCENTILE.EXC. */
export function percentile(numbers: readonly number[], share: number, isInclusive: boolean): number | CellError {
  const sorted = [...numbers].sort((a, b) => a - b);
  const count = sorted.length;
  const place = isInclusive ? share * (count - 1) : share * (count + 1) - 1;
  if (count === 0 || place < 0 || place > count - 1 || share < 0 || share > 1) return ERRORS.number;
  const below = Math.floor(place);
  return below === count - 1 ? sorted[below]! : sorted[below]! + (place - below) * (sorted[below + 1]! - sorted[below]!);
}

/** The number that occurs most often, of several the first; `#N/A` when none occurs twice. */
export function mostFrequent(numbers: readonly number[]): number | CellError {
  const times = new Map<number, number>();
  for (const value of numbers) times.set(value, (times.get(value) ?? 0) + 1);
  let [found, most]: [number | CellError, number] = [ERRORS.notAvailable, 1];
  for (const [value, count] of times) if (count > most) [found, most] = [value, count];
  return found;
}
