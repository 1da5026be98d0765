import type { Steps } from '../Steps';
import { bitsOf } from './bitsOf';
import { tabulate, type Coalitions } from './Coalitions';
import { isExactAffordable, samplingEffort } from './effort';
import { groupCoalitions, joinDependent } from './joinDependent';
import { owenAmounts } from './owen';
import { sampleAmounts } from './sampleAmounts';

/** What the parts of a driver make of the driver's amounts. */
export interface OpenedDriver {
  /** The parts in their order, counted from 0; those that can only be switched together are one. */
  readonly parts: readonly (readonly number[])[];
  /** By headline; null where some mixture of the two models gives no number. */
  readonly headlines: readonly (OpenedAmounts | null)[];
}

interface OpenedAmounts {
  /** By part; they sum to the driver's own amount. */
  readonly amounts: readonly number[];
  /** By part, the standard error of an estimated amount; 0 for an exact one. */
  readonly errors: readonly number[];
  /** True when the amounts are exact and not estimated from samples. */
  readonly exact: boolean;
}

/**
 * Shares the amounts of one driver out between its parts as Owen does, so that all other drivers keep theirs. Of `coalitions` the first
 * `parts` are those of the driver that is opened, and every one behind them is another driver as a whole. `amounts` and `gaps` are by
 * headline what the bridge gives the driver (0 where it has no bar), and the bridge's whole gap. A step is a coalition.
 */
export function* openDriver(
  coalitions: Coalitions,
  parts: number,
  amounts: readonly number[],
  gaps: readonly number[],
): Steps<OpenedDriver> {
  const players = Array.from({ length: coalitions.drivers }, (_, player) => player);
  // Whole drivers were seen to give numbers already; only parts may not stand alone.
  const joined = yield* joinDependent(coalitions, [players.slice(0, parts), ...players.slice(parts).map((player) => [player])]);
  const groups = joined.filter(([first]) => first! < parts);
  const any = coalitions.reach.reduce((bits, reach) => bits | reach, 0);
  const others = players.slice(parts).filter((player) => (any & (1 << player)) !== 0);
  const reaching = groups.filter((group) => group.some((part) => (any & (1 << part)) !== 0));
  const grouped = groupCoalitions(coalitions, [...reaching, ...others.map((other) => [other])]);
  const shared = yield* shareOut(grouped, reaching.length, gaps);
  return {
    parts: groups,
    headlines: shared.map((own, headline) => {
      if (own === null) return null;
      const at = (list: readonly number[]) => groups.map((group) => list[reaching.indexOf(group)] ?? 0);
      return { amounts: at(reconciled(own, amounts[headline]!)), errors: at(own.errors), exact: own.exact };
    }),
  };
}

function* shareOut(coalitions: Coalitions, parts: number, gaps: readonly number[]): Steps<(OpenedAmounts | null)[]> {
  const cost = Math.max(1, ...coalitions.costs);
  if (parts === 0) return gaps.map(() => ({ amounts: [], errors: [], exact: true }));
  if (isExactAffordable(coalitions.drivers, cost)) {
    const { drivers, values } = yield* tabulate(coalitions);
    const ofParts = drivers.reduce((bits, player, at) => (player < parts ? bits | (1 << at) : bits), 0);
    const unions = [ofParts, ...drivers.flatMap((player, at) => (player < parts ? [] : [1 << at]))];
    return values.map((worth) => {
      if (worth.some(Number.isNaN)) return null;
      const amounts = owenAmounts(worth, unions);
      return {
        amounts: bitsOf(2 ** parts - 1).map((part) => amounts[drivers.indexOf(part)]!),
        errors: new Array<number>(parts).fill(0),
        exact: true,
      };
    });
  }
  const known = new Map<number, readonly (number | null)[]>();
  const shared: (OpenedAmounts | null)[] = [];
  for (const [headline, gap] of gaps.entries()) {
    let isNumber = true;
    const worth = (coalition: number): number => {
      let values = known.get(coalition);
      if (values === undefined) known.set(coalition, (values = coalitions.evaluate(coalition)));
      const value = values[headline] ?? null;
      if (value === null) isNumber = false;
      return value ?? 0;
    };
    const options = { ...samplingEffort(coalitions.drivers, cost, gap), apart: coalitions.drivers - parts };
    const steps = sampleAmounts(parts, worth, options);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (headline + step.value) / gaps.length;
    shared.push(isNumber ? { amounts: step.value.amounts, errors: step.value.errors, exact: false } : null);
  }
  return shared;
}

/** The amounts so that they sum to the driver's own: what estimates are off by goes where they are least certain. */
function reconciled({ amounts, errors }: OpenedAmounts, whole: number): readonly number[] {
  const missing = whole - amounts.reduce((sum, amount) => sum + amount, 0);
  const weights = errors.some((error) => error > 0) ? errors.map((error) => error * error) : amounts.map(Math.abs);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? amounts : amounts.map((amount, k) => amount + (missing * weights[k]!) / all);
}
