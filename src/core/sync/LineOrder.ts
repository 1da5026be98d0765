import type { Span } from '../workbook/Snapshot';

/** The lines of an axis in another order: runs of lines, by the numbers they had, as they now stand one behind the other. */
export type LineOrder = readonly Span[];

/** The lines as they were. */
export function inOrder(limit: number): LineOrder {
  return [{ first: 1, last: limit }];
}

/** Where a line stands. */
export function placeOf(order: LineOrder, line: number): number {
  let start = 1;
  for (const { first, last } of order) {
    if (line >= first && line <= last) return start + line - first;
    start += last - first + 1;
  }
  return line;
}

/** From where to where lines stand; `whole` when no other line stands between them. */
export function hullOf(order: LineOrder, first: number, last: number): Span & { readonly whole: boolean } {
  let start = 1;
  let from = Infinity;
  let to = 0;
  for (const run of order) {
    const begin = Math.max(first, run.first);
    const end = Math.min(last, run.last);
    if (begin <= end) {
      from = Math.min(from, start + begin - run.first);
      to = Math.max(to, start + end - run.first);
    }
    start += run.last - run.first + 1;
  }
  return { first: from, last: to, whole: to - from === last - first };
}

/** The order once a run of lines, which stand together, has been put before the place `to`. */
export function withMoved(order: LineOrder, block: Span, to: number): LineOrder {
  const count = block.last - block.first + 1;
  const from = placeOf(order, block.first);
  const rest = split(split(order, from), from + count).filter(({ first }) => first < block.first || first > block.last);
  const target = to > from ? to - count : to;
  const cut = split(rest, target);
  const moved: Span[] = [];
  let start = 1;
  for (const run of cut) {
    if (start === target) moved.push(block);
    moved.push(run);
    start += run.last - run.first + 1;
  }
  return moved;
}

/** The same order with no run reaching over the place `at`. */
function split(order: LineOrder, at: number): Span[] {
  let start = 1;
  return order.flatMap((run) => {
    const cut = run.first + at - start;
    start += run.last - run.first + 1;
    if (cut <= run.first || cut > run.last) return [run];
    return [
      { first: run.first, last: cut - 1 },
      { first: cut, last: run.last },
    ];
  });
}
