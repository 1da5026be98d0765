import type { Axis } from './Correspondence';
import { mix } from './mix';

/**
 * Tells whether two spans of an axis on which lines moved cover the same matched lines, in whatever order, in constant
 * time: a set is known by the sums of two hashes of its members (after Wegman and Carter 1981).
 */
export class SpanSets {
  readonly #official: readonly [Float64Array, Float64Array];
  readonly #local: readonly [Float64Array, Float64Array];

  constructor(
    readonly axis: Axis,
    isMatched: (common: number) => boolean,
  ) {
    this.#official = sums(axis.fromOfficial, isMatched);
    this.#local = sums(axis.fromLocal, isMatched);
  }

  /** True when official lines a and local lines b (both ends included) are the same ones; never of none. */
  same(aFirst: number, aLast: number, bFirst: number, bLast: number): boolean {
    const { fromOfficial, fromLocal } = this.axis;
    const pastA = aLast >= fromOfficial.length;
    const pastB = bLast >= fromLocal.length;
    if ((pastA || pastB) && aLast !== bLast && aLast - fromOfficial.length !== bLast - fromLocal.length) return false;
    const a = this.#official.map((all) => between(all, aFirst, aLast));
    const b = this.#local.map((all) => between(all, bFirst, bLast));
    return (a[0] !== 0 || a[1] !== 0) && a[0] === b[0] && a[1] === b[1];
  }
}

/** By index: the sums of two hashes over all matched lines up to it. Of some millions of 31-bit numbers they are exact. */
function sums(from: Int32Array, isMatched: (common: number) => boolean): readonly [Float64Array, Float64Array] {
  const first = new Float64Array(from.length);
  const second = new Float64Array(from.length);
  for (let index = 1; index < from.length; index++) {
    const common = from[index]!;
    const counts = isMatched(common);
    first[index] = first[index - 1]! + (counts ? (mix(common, 5) >>> 1) + 1 : 0);
    second[index] = second[index - 1]! + (counts ? (mix(common, 6) >>> 1) + 1 : 0);
  }
  return [first, second];
}

function between(all: Float64Array, first: number, last: number): number {
  return all[Math.min(last, all.length - 1)]! - all[Math.min(first, all.length) - 1]!;
}
