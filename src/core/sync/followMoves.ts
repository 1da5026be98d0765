import type { Span } from '../workbook/Snapshot';
import { hullOf } from './LineOrder';
import { maxLine } from './LineLayout';
import type { AxisMoves } from './planMoves';

/** What a reference to a run of lines becomes when blocks of lines move. */
export interface FollowedSpan {
  /** The same lines where they then stand; where others stand between them, what Excel makes of it, or else all from the first to the last. */
  readonly span: Span;
  /** True when no other lines stand between them and none of them went elsewhere. */
  readonly whole: boolean;
  /** True when Excel certainly makes this of it by itself: not where a range begins or ends in a block that moves. */
  readonly byItself: boolean;
}

/** Returns a function that tells what a reference to a run of lines becomes when these blocks move. */
export function followMoves({ moves, order }: AxisMoves, axis: 'row' | 'column'): (first: number, last: number) => FollowedSpan {
  const limit = maxLine(axis);
  const known = new Map<number, FollowedSpan>();
  const inExcel = (first: number, last: number): Span | null => {
    let span: Span | null = { first, last };
    for (const { steps } of moves) {
      const [insert, move] = steps;
      span = span && throughOne(span, insert.at, move.at, move.count, limit);
    }
    return span;
  };
  return (first, last) => {
    const key = first * 2_097_152 + last;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = follow(inExcel(first, last), hullOf(order, first, last))));
    return found;
  };
}

function follow(excel: Span | null, { first, last, whole }: Span & { readonly whole: boolean }): FollowedSpan {
  const span = whole || excel === null ? { first, last } : excel;
  return { span, whole, byItself: excel !== null && excel.first === span.first && excel.last === span.last };
}

/**
 * Blank lines come in at `to`, the block that then stands at `from` moves into them, and the lines it leaves go. A reference within the
 * block follows it; one around it stays; of one that begins or ends in it nobody outside of Excel can tell for certain.
 */
function throughOne({ first, last }: Span, to: number, from: number, count: number, limit: number): Span | null {
  if (last + count > limit) return null;
  const grown = { first: first >= to ? first + count : first, last: last >= to ? last + count : last };
  const end = from + count - 1;
  const without = (line: number): number => (line > end ? line - count : line);
  if (grown.first >= from && grown.last <= end) return { first: without(grown.first + to - from), last: without(grown.last + to - from) };
  const apart = grown.last < from || grown.first > end;
  if (!apart && (grown.first >= from || grown.last <= end)) return null;
  return { first: without(grown.first), last: without(grown.last) };
}
