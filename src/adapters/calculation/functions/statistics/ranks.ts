import type { CellError } from '../../../../core/workbook/CellValue';
import { Area, AreaList } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import { toFifteenDigits } from '../../values/generalText';
import { number, optional, scalarFunction, truth, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersOf } from '../numbersOf';
import { ascending, ofNumbersAnd } from './ofNumbers';

/** Where a number stands among others: RANK and PERCENTRANK in their kinds. */
export const ranks: readonly FunctionDefinition[] = [
  rank('RANK', () => 0),
  rank('RANK.EQ', () => 0),
  rank('RANK.AVG', (alike) => (alike - 1) / 2),
  percentRank('PERCENTRANK', inclusive),
  percentRank('PERCENTRANK.INC', inclusive),
  percentRank('PERCENTRANK.EXC', (place, count) => (place + 1) / (count + 1)),
];

function rank(name: string, shift: (alike: number) => number): FunctionDefinition {
  return {
    name,
    least: 2,
    most: 3,
    evaluate: ([value = null, among, order], cell) => {
      if (!(among instanceof Area || among instanceof AreaList)) return ERRORS.value;
      const numbers = numbersOf([among]);
      if (!Array.isArray(numbers)) return numbers;
      const one = scalarFunction(name, [number, optional(truth, false)], (sought, isAscending) => {
        let before = 0;
        let alike = 0;
        for (const other of numbers) {
          if (other === sought) alike++;
          else if (isAscending ? other < sought : other > sought) before++;
        }
        return alike === 0 ? ERRORS.notAvailable : before + 1 + shift(alike);
      });
      return one.evaluate([value, order], cell);
    },
  };
}

function inclusive(place: number, count: number): number {
  return count === 1 ? 1 : place / (count - 1);
}

function percentRank(name: string, share: (place: number, count: number) => number): FunctionDefinition {
  return ofNumbersAnd(name, [number, optional(whole, 3)], (numbers, value, digits): number | CellError => {
    if (digits < 1 || numbers.length === 0) return ERRORS.number;
    const sorted = ascending(numbers);
    if (value < sorted[0]! || value > sorted[sorted.length - 1]!) return ERRORS.notAvailable;
    const next = sorted.findIndex((other) => other >= value);
    const [low, high] = [sorted[next - 1]!, sorted[next]!];
    const place = high === value ? next : next - 1 + (value - low) / (high - low);
    const scale = Math.pow(10, digits);
    const result = share(place, sorted.length);
    return digits > 15 ? result : Math.floor(toFifteenDigits(result * scale)) / scale;
  });
}
