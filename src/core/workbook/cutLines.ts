import type { Span } from './Snapshot';

/** Lines that are cut, and the first of those that they are pasted over. */
export interface CutLines {
  readonly at: number;
  readonly count: number;
  readonly to: number;
}

/** Where a line stands once these are cut and pasted; null when it is pasted over. */
export function cutLine(line: number, { at, count, to }: CutLines): number | null {
  if (line >= at && line < at + count) return line + to - at;
  return line >= to && line < to + count ? null : line;
}

/** A run of lines in parts of which all or nothing is cut, or pasted over. */
export function cutParts({ first, last }: Span, { at, count, to }: CutLines): readonly Span[] {
  const starts = [first, ...[at, at + count, to, to + count].filter((line) => line > first && line <= last).sort((a, b) => a - b)];
  return starts.map((start, i) => ({ first: start, last: (starts[i + 1] ?? last + 1) - 1 }));
}

/** Where a run of lines stands: it goes only as a whole; null when it is pasted over. */
export function cutSpan(span: Span, cut: CutLines): Span | null {
  if (cutParts(span, cut).length > 1) return span;
  const first = cutLine(span.first, cut);
  return first === null ? null : { first, last: first + span.last - span.first };
}
