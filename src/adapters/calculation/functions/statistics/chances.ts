import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import type { Value } from '../../values/Value';
import { number, optional, rangeFunction, scalarFunction, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersOf } from '../numbersOf';
import { pairsOf } from './pairsOf';

/** PERMUT, PERMUTATIONA, PROB and PERCENTOF. */
export const chances: readonly FunctionDefinition[] = [
  scalarFunction('PERMUT', [whole, whole], permutations),
  scalarFunction('PERMUTATIONA', [whole, whole], (from, chosen) => (from < 0 || chosen < 0 ? ERRORS.number : Math.pow(from, chosen))),
  {
    name: 'PROB',
    least: 3,
    most: 4,
    evaluate: ([values, shares, from = null, to], cell) => {
      const pairs = pairsOf(values, shares);
      if ('error' in pairs) return pairs;
      const { ys: places, xs: chances } = pairs;
      if (places.length === 0) return ERRORS.divide;
      const total = chances.reduce((sum, chance) => sum + chance, 0);
      if (chances.some((chance) => chance <= 0 || chance > 1) || Math.abs(total - 1) > 1e-7) return ERRORS.number;
      const one = scalarFunction('PROB', [number, optional(number, NaN)], (low, given) => {
        const high = Number.isNaN(given) ? low : given;
        return places.reduce((sum, place, k) => sum + (place >= low && place <= high ? chances[k]! : 0), 0);
      });
      return one.evaluate([from, to], cell);
    },
  },
  rangeFunction('PERCENTOF', [2, 2], ([part, all]) => {
    const [above, below] = [totalOf(part), totalOf(all)];
    if (typeof above !== 'number') return above;
    if (typeof below !== 'number') return below;
    return below === 0 ? ERRORS.divide : above / below;
  }),
];

function permutations(from: number, chosen: number): number | CellError {
  if (from < 0 || chosen < 0 || chosen > from) return ERRORS.number;
  let product = 1;
  for (let k = 0; k < chosen && Number.isFinite(product); k++) product *= from - k;
  return product;
}

function totalOf(value: Value | undefined): number | CellError {
  const numbers = numbersOf([value]);
  return Array.isArray(numbers) ? numbers.reduce((total, one) => total + one, 0) : numbers;
}
