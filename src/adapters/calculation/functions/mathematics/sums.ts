import { spendWork } from '../../model/formulaContext';
import { Area } from '../../values/Area';
import { isGrid } from '../../values/Value';
import { ERRORS } from '../../values/errors';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { numbersOf, visitNumbers } from '../numbersOf';

const ANY = [1, 255] as const;

/** SUM, PRODUCT, SUMSQ and SUMPRODUCT. */
export const sums: readonly FunctionDefinition[] = [
  rangeFunction('SUM', ANY, (args) => {
    let total = 0;
    return visitNumbers(args, (value) => (total += value)) ?? total;
  }),
  rangeFunction('PRODUCT', ANY, (args) => {
    let product = 1;
    let any = false;
    const error = visitNumbers(args, (value) => {
      product *= value;
      any = true;
    });
    return error ?? (any ? product : 0);
  }),
  rangeFunction('SUMSQ', ANY, (args) => {
    const numbers = numbersOf(args);
    return Array.isArray(numbers) ? numbers.reduce((total, value) => total + value * value, 0) : numbers;
  }),
  rangeFunction('SUMPRODUCT', ANY, (args) => {
    const grids = args.map((arg) => (isGrid(arg) ? arg : null));
    const shape = grids.find((grid) => grid !== null);
    const { rows, columns } = shape ?? { rows: 1, columns: 1 };
    for (const [k, grid] of grids.entries()) {
      if (grid !== null && (grid.rows !== rows || grid.columns !== columns)) return ERRORS.value;
      if (grid === null && (rows > 1 || columns > 1)) return ERRORS.value;
      if (grid === null && typeof args[k] === 'object' && args[k] !== null && 'error' in args[k]) return args[k];
    }
    // Where every range has nothing more there is nothing to add.
    const used = grids.map((grid) => (grid instanceof Area ? grid.used : (grid ?? { rows, columns })));
    const [lastRow, lastColumn] = [Math.max(...used.map((grid) => grid.rows)), Math.max(...used.map((grid) => grid.columns))];
    spendWork(lastRow * lastColumn * grids.length);
    let total = 0;
    for (let row = 0; row < lastRow; row++) {
      for (let column = 0; column < lastColumn; column++) {
        let product = 1;
        for (const [k, grid] of grids.entries()) {
          const value = grid === null ? args[k]! : grid.at(row, column);
          if (typeof value === 'object' && value !== null && 'error' in value) return value;
          product *= typeof value === 'number' ? value : 0;
        }
        total += product;
      }
    }
    return total;
  }),
];
