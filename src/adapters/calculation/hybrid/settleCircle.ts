import type { Iteration } from '../../../core/workbook/Snapshot';
import { isSameValue } from '../../../core/workbook/CellValue';
import { Withheld } from '../model/interruptions';
import type { NodeValues } from '../model/NodeValues';
import type { Scalar } from '../values/Scalar';

/** A change that is no more than the rounding of numbers. */
const ROUNDING = 1e-13;

/** Cells that read each other, in the order in which they are calculated. */
export interface Circle {
  readonly members: readonly number[];
  /** The value that a cell begins with: one that was stored, never one of an earlier calculation. */
  readonly start: (node: number) => Scalar;
  /** What a cell's formula gives with the values that the cells hold now. */
  readonly calculate: (node: number) => Scalar;
  /** True where the values that it begins with are this very workbook's own. */
  readonly isOwn: boolean;
}

/**
 * Calculates a circle round by round; false when it has not settled, or some cell of it has no value. Excel stops at the first change below the delta, so that where it
 * stops depends on where it began, and goes on from there the next time it calculates. Here it goes on at once, as far as the rounds
 * allow: the amounts of a bridge would else be apart by the delta. What its own workbook stores is left alone where Excel would stop there.
 */
export function settleCircle(values: NodeValues, circle: Circle, iteration: Iteration): boolean {
  try {
    return goRound(values, circle, iteration);
  } catch (reason) {
    if (!(reason instanceof Withheld)) throw reason;
    return false;
  }
}

function goRound(values: NodeValues, { members, start, calculate, isOwn }: Circle, { count, delta }: Iteration): boolean {
  const starts = members.map(start);
  const begin = (): void => members.forEach((node, k) => values.set(node, starts[k]!));
  begin();
  let settled = false;
  for (let round = 0; round < count; round++) {
    let moved = false;
    settled = true;
    for (const node of members) {
      const before = values.values[node]!;
      const after = calculate(node);
      values.set(node, after);
      if (isSameValue(before, after)) continue;
      const change = typeof before === 'number' && typeof after === 'number' ? Math.abs(after - before) : Infinity;
      settled &&= change < delta;
      moved ||= change === Infinity || change > ROUNDING * Math.abs(after as number);
    }
    if (round === 0 && settled && isOwn) {
      begin();
      return true;
    }
    if (!moved) return true;
  }
  return settled;
}
