import type { CellError } from '../../../../core/workbook/CellValue';
import { CalculationLimit, Unknowable } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';

/** A payment and when it is made, in periods from the first. */
export interface Flow {
  readonly amount: number;
  readonly time: number;
}

const MOST_STEPS = 20;
const HIGHEST = 1e9;
const POINTS = 1600;
/** With more, looking everywhere would take too long. */
const MOST_FLOWS = 20_000;

/**
 * The rate at which payments cancel out, by Newton's method from a guess. Where that leads nowhere, it is looked for everywhere;
 * where there are several or none, nobody can tell what Excel comes upon.
 */
export function solveReturn(flows: readonly Flow[], guess: number): number | CellError {
  if (!flows.some(({ amount }) => amount > 0) || !flows.some(({ amount }) => amount < 0)) return ERRORS.number;
  return byNewton(flows, guess) ?? byHalving(flows);
}

/** What payments are worth when the first is made. */
export function worthAt(flows: readonly Flow[], rate: number): number {
  return flows.reduce((worth, { amount, time }) => worth + amount * Math.pow(1 + rate, -time), 0);
}

function byNewton(flows: readonly Flow[], guess: number): number | null {
  let rate = guess;
  for (let step = 0; step < MOST_STEPS; step++) {
    let [worth, slope] = [0, 0];
    for (const { amount, time } of flows) {
      const part = amount * Math.pow(1 + rate, -time);
      worth += part;
      slope -= (time * part) / (1 + rate);
    }
    const next = rate - worth / slope;
    if (!(next > -1 && next < HIGHEST)) return null;
    if (Math.abs(next - rate) < 1e-11 * Math.max(1, Math.abs(rate))) return next;
    rate = next;
  }
  return null;
}

/** The one rate at which the worth changes its sign, sought over all that are thinkable. */
function byHalving(flows: readonly Flow[]): number {
  if (flows.length > MOST_FLOWS) throw new CalculationLimit(`the return of ${flows.length} payments`);
  const spans: (readonly [number, number])[] = [];
  let [before, worthBefore] = [rateAt(0), worthAt(flows, rateAt(0))];
  for (let point = 1; point <= POINTS; point++) {
    const [rate, worth] = [rateAt(point), worthAt(flows, rateAt(point))];
    if (worth > 0 !== worthBefore > 0) spans.push([before, rate]);
    [before, worthBefore] = [rate, worth];
  }
  if (spans.length !== 1) throw new Unknowable('doubt', 'the return of payments without one certain answer');
  let [low, high] = spans[0]!;
  const isPositive = worthAt(flows, low) > 0;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (worthAt(flows, middle) > 0 === isPositive) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Rates from nearly -1 to some thousands, denser where they are small. */
function rateAt(point: number): number {
  return Math.exp(-8 + (16 * point) / POINTS) - 1;
}
