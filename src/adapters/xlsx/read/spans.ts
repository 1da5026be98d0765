import type { Span } from '../../../core/workbook/Snapshot';

/** Numbers in any order as runs of neighbours, in order. */
export function spansOf(numbers: readonly number[]): Span[] {
  const spans: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const before = spans[spans.length - 1];
    if (before !== undefined && number <= before.last + 1) before.last = number;
    else spans.push({ first: number, last: number });
  }
  return spans;
}

/** Spans in any order, those that touch or overlap as one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of [...spans].sort((one, other) => one.first - other.first)) {
    const before = merged[merged.length - 1];
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
}

/** What of 1 to `limit` the spans, in order, leave out. */
export function gapsBetween(spans: readonly Span[], limit: number): Span[] {
  const gaps: Span[] = [];
  let next = 1;
  for (const { first, last } of spans) {
    if (first > next) gaps.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  if (next <= limit) gaps.push({ first: next, last: limit });
  return gaps;
}
