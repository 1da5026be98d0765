import { lambdas } from './arrays/lambdas';
import { shaping } from './arrays/shaping';
import { sorting } from './arrays/sorting';
import { stacking } from './arrays/stacking';
import { database } from './database/database';
import { days } from './dates/days';
import { intervals } from './dates/intervals';
import { times } from './dates/times';
import { weeks } from './dates/weeks';
import { workdays } from './dates/workdays';
import { besselFunctions } from './engineering/besselFunctions';
import { bits } from './engineering/bits';
import { complexNumbers } from './engineering/complexNumbers';
import { conversion } from './engineering/conversion';
import { numberSystems } from './engineering/numberSystems';
import { steps } from './engineering/steps';
import { accruedInterest } from './financial/accruedInterest';
import { annuities } from './financial/annuities';
import { bonds } from './financial/bonds';
import { cashFlows } from './financial/cashFlows';
import { coupons } from './financial/coupons';
import { datedCashFlows } from './financial/datedCashFlows';
import { depreciation } from './financial/depreciation';
import { discounts } from './financial/discounts';
import { fractionalDollars } from './financial/fractionalDollars';
import { interestRates } from './financial/interestRates';
import { oddFirstCoupons } from './financial/oddFirstCoupons';
import { oddLastCoupons } from './financial/oddLastCoupons';
import { treasuryBills } from './financial/treasuryBills';
import type { FunctionDefinition } from './FunctionDefinition';
import { kinds } from './information/kinds';
import { numbersAndTypes } from './information/numbersAndTypes';
import { references } from './information/references';
import { truths } from './logic/truths';
import { formulas } from './lookup/formulas';
import { matches } from './lookup/matches';
import { modernMatches } from './lookup/modernMatches';
import { pick } from './lookup/pick';
import { places } from './lookup/places';
import { shifted } from './lookup/shifted';
import { trimmed } from './lookup/trimmed';
import { combinatorics } from './mathematics/combinatorics';
import { conditional } from './mathematics/conditional';
import { matrices } from './mathematics/matrices';
import { multiples } from './mathematics/multiples';
import { numerals } from './mathematics/numerals';
import { powers } from './mathematics/powers';
import { rounding } from './mathematics/rounding';
import { series } from './mathematics/series';
import { subtotals } from './mathematics/subtotals';
import { sums } from './mathematics/sums';
import { trigonometry } from './mathematics/trigonometry';
import { averages } from './statistics/averages';
import { betas } from './statistics/betas';
import { chances } from './statistics/chances';
import { correlation } from './statistics/correlation';
import { discrete } from './statistics/discrete';
import { gammas } from './statistics/gammas';
import { hypergeometric } from './statistics/hypergeometric';
import { means } from './statistics/means';
import { modes } from './statistics/modes';
import { normals } from './statistics/normals';
import { order } from './statistics/order';
import { ranks } from './statistics/ranks';
import { regression } from './statistics/regression';
import { shape } from './statistics/shape';
import { spread } from './statistics/spread';
import { students } from './statistics/students';
import { tests } from './statistics/tests';
import { characters } from './text/characters';
import { joining } from './text/joining';
import { numbers } from './text/numbers';
import { parts } from './text/parts';
import { regularExpressions } from './text/regularExpressions';
import { rewriting } from './text/rewriting';
import { searching } from './text/searching';
import { splitting } from './text/splitting';

const GROUPS: readonly (readonly FunctionDefinition[])[] = [
  accruedInterest,
  annuities,
  averages,
  besselFunctions,
  betas,
  bits,
  bonds,
  cashFlows,
  chances,
  characters,
  combinatorics,
  complexNumbers,
  conditional,
  conversion,
  correlation,
  coupons,
  database,
  datedCashFlows,
  days,
  depreciation,
  discounts,
  discrete,
  formulas,
  fractionalDollars,
  gammas,
  hypergeometric,
  interestRates,
  intervals,
  joining,
  kinds,
  lambdas,
  matches,
  matrices,
  means,
  modernMatches,
  modes,
  multiples,
  normals,
  numberSystems,
  numbers,
  numbersAndTypes,
  numerals,
  order,
  parts,
  pick,
  places,
  powers,
  ranks,
  references,
  regression,
  regularExpressions,
  rewriting,
  rounding,
  searching,
  series,
  shape,
  shaping,
  shifted,
  sorting,
  splitting,
  spread,
  stacking,
  steps,
  students,
  subtotals,
  sums,
  tests,
  times,
  oddFirstCoupons,
  oddLastCoupons,
  treasuryBills,
  trigonometry,
  trimmed,
  truths,
  weeks,
  workdays,
];

/** All functions that can be calculated, by name. */
export const ALL_FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  GROUPS.flat().map((definition) => [definition.name, definition]),
);
