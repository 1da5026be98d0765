import type { Axis } from '../align/Correspondence';
import type { Span } from '../workbook/Snapshot';

/**
 * Returns a function that finds a run of official lines again where lines moved: one run there as long as none of another official line is
 * in between. `position` says where a common line comes to stand, 0 for nowhere. It takes no longer for long runs than for short ones,
 * as a running sum refers to as many as there are lines.
 */
export function findMovedRun(
  axis: Axis,
  position: Int32Array,
  fromOfficial: (index: number) => number,
): (first: number, last: number) => Span | null {
  const count = axis.fromOfficial.length - 1;
  const places = axis.fromOfficial.map((common) => position[common]!);
  places[0] = 0;
  /** How many official lines are there up to an index, and up to a place. */
  const there = new Int32Array(count + 1);
  const upTo = new Int32Array(axis.length + 2);
  for (let index = 1; index <= count; index++) {
    there[index] = there[index - 1]! + (places[index] === 0 ? 0 : 1);
    if (places[index] !== 0) upTo[places[index]!] = 1;
  }
  for (let at = 1; at < upTo.length; at++) upTo[at]! += upTo[at - 1]!;
  const lowest = best(
    places.map((at) => at || NOWHERE),
    Math.min,
  );
  const highest = best(places, Math.max);
  return (first, last) => {
    const known = Math.min(last, count);
    const some = first <= known && there[known]! > there[first - 1]!;
    let from = some ? lowest(first, known) : Infinity;
    let to = some ? highest(first, known) : 0;
    if (last > known) [from, to] = [Math.min(from, fromOfficial(Math.max(first, known + 1))), fromOfficial(last)];
    if (to === 0) return null;
    const before = (at: number): number => upTo[Math.max(0, Math.min(at, upTo.length - 1))]!;
    const ours = first <= known ? there[known]! - there[first - 1]! : 0;
    return before(to) - before(from - 1) > ours ? null : { first: from, last: to };
  };
}

const NOWHERE = 0x7fffffff;

/** The lowest, or highest, number of any run of a list, found by two runs of a power of two in length. */
function best(numbers: Int32Array, choose: (a: number, b: number) => number): (first: number, last: number) => number {
  const levels = [numbers];
  for (let size = 1; size * 2 <= numbers.length; size *= 2) {
    const below = levels[levels.length - 1]!;
    levels.push(below.map((number, at) => (at + size < below.length ? choose(number, below[at + size]!) : number)));
  }
  return (first, last) => {
    const level = 31 - Math.clz32(last - first + 1);
    return choose(levels[level]![first]!, levels[level]![last - (1 << level) + 1]!);
  };
}
