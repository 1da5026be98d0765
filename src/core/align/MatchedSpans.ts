import { toCommon } from './axis';
import type { Axis } from './Correspondence';
import { isPastEnd, type AxisEnd } from './pairEnds';
import { SpanSets } from './SpanSets';

/** Spans of lines on either side, by the lines of them that both sides have. */
export class MatchedSpans {
  readonly #edges = new Map<Axis, { readonly next: Int32Array; readonly previous: Int32Array }>();
  readonly #sets = new Map<Axis, SpanSets>();

  /** True when two spans, official's first, cover the same matched lines; lines only one side has inside or at their ends do not count. */
  same(axis: Axis, ends: AxisEnd | undefined, aFirst: number, aLast: number, bFirst: number, bLast: number): boolean {
    const aStart = toCommon(axis, 'official', aFirst);
    const bStart = toCommon(axis, 'local', bFirst);
    if (aStart === bStart && aFirst === aLast && bFirst === bLast) return true;
    const aEnd = toCommon(axis, 'official', aLast);
    const bEnd = toCommon(axis, 'local', bLast);
    if (aStart === bStart && aEnd === bEnd && (axis.inOrder || aStart === aEnd)) return true;
    if (!axis.inOrder) return this.#spanSets(axis, ends).same(aFirst, aLast, bFirst, bLast);
    const { next, previous } = this.#edgesOf(axis, ends);
    const start = aStart > axis.length ? aStart : next[aStart]!;
    const end = aEnd > axis.length ? aEnd : previous[aEnd]!;
    // All that a span covers is gone on the other side: nothing there can be the same.
    if (start > end) return false;
    const otherStart = bStart > axis.length ? bStart : next[bStart]!;
    const otherEnd = bEnd > axis.length ? bEnd : previous[bEnd]!;
    const pastBoth = aLast >= axis.fromOfficial.length && bLast >= axis.fromLocal.length;
    return start === otherStart && (end === otherEnd || (pastBoth && aLast === bLast));
  }

  #edgesOf(axis: Axis, ends: AxisEnd | undefined): { readonly next: Int32Array; readonly previous: Int32Array } {
    let edges = this.#edges.get(axis);
    if (edges === undefined) {
      const next = new Int32Array(axis.length + 2);
      const previous = new Int32Array(axis.length + 2);
      next[axis.length + 1] = axis.length + 1;
      for (let c = axis.length; c >= 1; c--) next[c] = isMatched(axis, ends, c) ? c : next[c + 1]!;
      for (let c = 1; c <= axis.length; c++) previous[c] = isMatched(axis, ends, c) ? c : previous[c - 1]!;
      this.#edges.set(axis, (edges = { next, previous }));
    }
    return edges;
  }

  #spanSets(axis: Axis, ends: AxisEnd | undefined): SpanSets {
    let sets = this.#sets.get(axis);
    if (sets === undefined) this.#sets.set(axis, (sets = new SpanSets(axis, (common) => isMatched(axis, ends, common))));
    return sets;
  }
}

function isMatched(axis: Axis, ends: AxisEnd | undefined, common: number): boolean {
  return axis.toOfficial[common] !== 0 && axis.toLocal[common] !== 0 && !(ends !== undefined && isPastEnd(ends, common));
}
