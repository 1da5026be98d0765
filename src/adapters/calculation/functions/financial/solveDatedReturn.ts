import type { CellError } from '../../../../core/workbook/CellValue';
import { CalculationLimit } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { worthAt, type Flow } from './solveReturn';

const MOST_STEPS = 100;
/** With more, halving would take too long. */
const MOST_FLOWS = 200_000;
const HIGHEST = 1e6;

/**
 * The yearly rate at which payments on any dates cancel out. XIRR halves the span in which the rate must lie, and stops some 1e-8 before
 * it is exact; so does this, to agree with what Excel stores. Where it stops was read off results of Excel.
 */
export function solveDatedReturn(flows: readonly Flow[], guess: number): number | CellError {
  if (!flows.some(({ amount }) => amount > 0) || !flows.some(({ amount }) => amount < 0)) return ERRORS.number;
  if (flows.length > MOST_FLOWS) throw new CalculationLimit(`XIRR of ${flows.length} payments`);
  const span = spanAround(flows, guess);
  if (span === null) return ERRORS.number;
  let [low, high] = span;
  const sign = Math.sign(worthAt(flows, high));
  const scale = Math.max(...flows.map(({ amount }) => Math.abs(amount)));
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = (low + high) / 2;
    const worth = worthAt(flows, middle);
    const isNear = (high - low) / 2 < 5e-9 + 8e-9 * Math.abs(middle);
    if (worth === 0 || (isNear && Math.abs(worth) < 2e-8 * scale)) return middle;
    if (Math.sign(worth) === sign) high = middle;
    else low = middle;
  }
  return ERRORS.number;
}

/**
 * Two rates between which the payments' worth changes its sign: upwards from 0, the guess doubled again and again, else below. XIRR's
 * results give away that Excel begins so: they are the guess, doubled and halved.
 */
function spanAround(flows: readonly Flow[], guess: number): readonly [low: number, high: number] | null {
  const step = Math.abs(guess) < 1e-6 ? 0.1 : Math.abs(guess);
  const differ = (a: number, b: number): boolean => Math.sign(worthAt(flows, a)) !== Math.sign(worthAt(flows, b));
  for (let [low, high] = [0, step]; high < HIGHEST; [low, high] = [high, high * 2]) if (differ(low, high)) return [low, high];
  if (step < 1 && differ(-step, 0)) return [-step, 0];
  const below = step < 1 ? -step : 0;
  return differ(-1 + 1e-12, below) ? [-1, below] : null;
}
