import type { CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { number, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { ascending, meanOf, ofNumbers, ofNumbersAnd } from './ofNumbers';

/** What stands where among numbers in order: MEDIAN, LARGE, SMALL, percentiles, quartiles and TRIMMEAN. */
export const order: readonly FunctionDefinition[] = [
  ofNumbers('MEDIAN', (numbers) => inclusive(numbers, 0.5)),
  ofNumbersAnd('LARGE', [number], (numbers, place) => ranked(numbers, place, (sorted, k) => sorted[sorted.length - k]!)),
  ofNumbersAnd('SMALL', [number], (numbers, place) => ranked(numbers, place, (sorted, k) => sorted[k - 1]!)),
  ...['PERCENTILE', 'PERCENTILE.INC'].map((name) => ofNumbersAnd(name, [number], inclusive)),
  ofNumbersAnd('PERCENTILE.EXC', [number], exclusive),
  ...['QUARTILE', 'QUARTILE.INC'].map((name) => ofNumbersAnd(name, [whole], (numbers, quarter) => inclusive(numbers, quarter / 4))),
  ofNumbersAnd('QUARTILE.EXC', [whole], (numbers, quarter) => exclusive(numbers, quarter / 4)),
  ofNumbersAnd('TRIMMEAN', [number], (numbers, share) => {
    if (share < 0 || share >= 1 || numbers.length === 0) return ERRORS.number;
    const cut = Math.floor((numbers.length * share) / 2);
    return meanOf(ascending(numbers).subarray(cut, numbers.length - cut));
  }),
];

function ranked(numbers: readonly number[], place: number, take: (sorted: Float64Array, place: number) => number): number | CellError {
  if (!(place > 0 && place < numbers.length + 1)) return ERRORS.number;
  // Excel's versions do not agree which way they round.
  if (!Number.isInteger(place)) throw new Unknowable('doubt', `place number ${place}`);
  return take(ascending(numbers), place);
}

function inclusive(numbers: readonly number[], share: number): number | CellError {
  if (share < 0 || share > 1 || numbers.length === 0) return ERRORS.number;
  return between(ascending(numbers), share * (numbers.length - 1));
}

function exclusive(numbers: readonly number[], share: number): number | CellError {
  const place = share * (numbers.length + 1);
  if (!(share > 0 && share < 1 && place >= 1 && place <= numbers.length)) return ERRORS.number;
  return between(ascending(numbers), place - 1);
}

/** What stands at a place counted from 0 that may lie between two numbers. */
function between(sorted: Float64Array, place: number): number {
  const below = Math.floor(place);
  const low = sorted[below]!;
  return place === below ? low : low + (sorted[below + 1]! - low) * (place - below);
}
