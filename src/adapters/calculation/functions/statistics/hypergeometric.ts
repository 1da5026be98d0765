import type { CellError } from '../../../../core/workbook/CellValue';
import { CalculationLimit } from '../../model/interruptions';
import { binomialTerm } from '../../numerics/terms';
import { ERRORS } from '../../values/errors';
import { scalarFunction, truth, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

const MOST_TERMS = 1_000_000;

/** HYPGEOMDIST and HYPGEOM.DIST. */
export const hypergeometric: readonly FunctionDefinition[] = [
  scalarFunction('HYPGEOMDIST', [whole, whole, whole, whole], (x, draws, marked, all) => chance(x, draws, marked, all, false)),
  scalarFunction('HYPGEOM.DIST', [whole, whole, whole, whole, truth], chance),
];

function chance(x: number, draws: number, marked: number, all: number, cumulative: boolean): number | CellError {
  const least = Math.max(0, draws - all + marked);
  if (draws <= 0 || draws > all || marked <= 0 || marked > all || x < 0 || x > Math.min(draws, marked) || x < least) return ERRORS.number;
  if (!cumulative) return term(x, draws, marked, all);
  if (x - least > MOST_TERMS) throw new CalculationLimit('a distribution with too many steps');
  let sum = 0;
  for (let k = least; k <= x; k++) sum += term(k, draws, marked, all);
  return Math.min(1, sum);
}

/** After Loader 2000: three binomial terms with the share of the draws for their chance. */
function term(x: number, draws: number, marked: number, all: number): number {
  const [p, q] = [draws / all, (all - draws) / all];
  return (binomialTerm(x, marked, p, q) * binomialTerm(draws - x, all - marked, p, q)) / binomialTerm(draws, all, p, q);
}
