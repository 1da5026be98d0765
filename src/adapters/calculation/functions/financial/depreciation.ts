import { CalculationLimit } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { number, optional, scalarFunction, truth } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** More periods than any plan has. */
const MOST_PERIODS = 100_000;

/** Depreciation: SLN, SYD, DB, DDB and VDB. */
export const depreciation: readonly FunctionDefinition[] = [
  scalarFunction('SLN', [number, number, number], (cost, salvage, life) => (life === 0 ? ERRORS.divide : (cost - salvage) / life)),
  scalarFunction('SYD', [number, number, number, number], (cost, salvage, life, period) =>
    salvage < 0 || life <= 0 || period <= 0 || period > life
      ? ERRORS.number
      : ((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1)),
  ),
  scalarFunction('DB', [number, number, number, number, optional(number, 12)], fixedDeclining),
  scalarFunction('DDB', [number, number, number, number, optional(number, 2)], (cost, salvage, life, period, factor) => {
    if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0) return ERRORS.number;
    return declining(cost, salvage, life, period, factor);
  }),
  scalarFunction(
    'VDB',
    [number, number, number, number, number, optional(number, 2), optional(truth, false)],
    (cost, salvage, life, start, end, factor, isSwitchOff) => {
      if (cost < 0 || salvage < 0 || life <= 0 || start < 0 || start > end || end > life || factor < 0) return ERRORS.number;
      return variable({ cost, salvage, life, factor }, start, end, !isSwitchOff);
    },
  ),
];

function fixedDeclining(cost: number, salvage: number, life: number, period: number, months: number) {
  const [wholePeriod, wholeMonths] = [Math.trunc(period), Math.trunc(months)];
  if (cost < 0 || salvage < 0 || life <= 0 || wholePeriod < 1 || wholeMonths < 1 || wholeMonths > 12) return ERRORS.number;
  if (wholePeriod > life + (wholeMonths < 12 ? 1 : 0)) return ERRORS.number;
  if (cost === 0) return 0;
  const rate = Math.round((1 - Math.pow(salvage / cost, 1 / life)) * 1000) / 1000;
  const first = (cost * rate * wholeMonths) / 12;
  if (wholePeriod === 1) return first;
  const left = (cost - first) * Math.pow(1 - rate, wholePeriod - 2);
  return wholePeriod > life ? (left * rate * (12 - wholeMonths)) / 12 : left * rate;
}

/** Depreciation of one period, counted from 1, by a fixed rate of what is left, never below the salvage value. */
function declining(cost: number, salvage: number, life: number, period: number, factor: number): number {
  const rate = Math.min(factor / life, 1);
  const before = rate === 1 ? (period === 1 ? cost : 0) : cost * Math.pow(1 - rate, period - 1);
  const after = cost * Math.pow(1 - rate, period);
  return Math.max(0, before - Math.max(after, salvage));
}

interface Asset {
  readonly cost: number;
  readonly salvage: number;
  readonly life: number;
  readonly factor: number;
}

/** Depreciation from a time to another; by equal parts of what is left once those are more, where the method switches. */
function variable({ cost, salvage, life, factor }: Asset, start: number, end: number, switches: boolean): number {
  if (end > MOST_PERIODS) throw new CalculationLimit(`VDB over ${Math.ceil(end)} periods`);
  let [left, total, equal] = [cost, 0, null as number | null];
  for (let period = 0; period < end; period++) {
    const byRate = Math.max(0, Math.min(left * Math.min(factor / life, 1), left - salvage));
    const byTime = (left - salvage) / (life - period);
    if (switches && equal === null && byTime > byRate) equal = byTime;
    const taken = equal ?? byRate;
    left -= taken;
    total += taken * Math.max(0, Math.min(end, period + 1) - Math.max(start, period));
  }
  return total;
}
