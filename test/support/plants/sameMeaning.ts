import type { LaidOutPair, Layout, Side } from './Layout';
import type { AxisName, End, Reference, TracedBook, TracedFormula, TracedSheet } from './TracedBook';

/** Tells whether formulas of two books mean the same where lines are laid out so. */
export class Meaning {
  readonly #pairOf = { official: new Map<TracedSheet, LaidOutPair>(), local: new Map<TracedSheet, LaidOutPair>() };
  readonly #sheets = { official: new Map<object, TracedSheet>(), local: new Map<object, TracedSheet>() };

  constructor(
    readonly official: TracedBook,
    readonly local: TracedBook,
    layout: Layout,
  ) {
    const books = { official, local };
    for (const side of ['official', 'local'] as const) {
      for (const sheet of books[side].sheets) this.#sheets[side].set(sheet.key, sheet);
      for (const pair of layout.pairs) if (pair[side] !== null) this.#pairOf[side].set(books[side].sheets[pair[side]]!, pair);
    }
  }

  /** True when both do the same with the same cells; lines that one side has for itself inside of ranges do not count. */
  same(official: TracedFormula, local: TracedFormula): boolean {
    const [a, b] = [tidy(official), tidy(local)];
    return (
      a.length === b.length &&
      a.every((part, k) => {
        const other = b[k]!;
        return typeof part === 'string' || typeof other === 'string' ? part === other : this.#sameTarget(part, other);
      })
    );
  }

  #sameTarget(one: Reference, other: Reference): boolean {
    const official = this.#sheets.official.get(one.sheet);
    const local = this.#sheets.local.get(other.sheet);
    const pair = official && this.#pairOf.official.get(official);
    if (!official || !local || !pair || pair.local === null || this.#pairOf.local.get(local) !== pair) return false;
    return (['rows', 'columns'] as const).every((axis) => {
      const [a, b] = [one[axis], other[axis]];
      if (a === null || b === null) return a === b;
      const [ours, theirs] = [span(official, axis, a), span(local, axis, b)];
      const [left, right] = [shared(pair, axis, 'official', ours), shared(pair, axis, 'local', theirs)];
      if (left === null || right === null) return false;
      return sameLines(pair, axis, left, right, official[axis].length);
    });
  }
}

/** True when two spans cover the same lines of both, in whatever order. */
function sameLines(pair: LaidOutPair, axis: AxisName, left: Numbers, right: Numbers, count: number): boolean {
  const there = new Set<number>();
  const { official, local } = pair[axis];
  // Past the last line both run on in step.
  if (left.last > count) return official(left.first) === right.first && official(left.last) === right.last;
  for (let number = left.first; number <= left.last; number++) if (official(number) !== 0) there.add(official(number));
  for (let number = right.first; number <= right.last; number++) if (local(number) !== 0 && !there.delete(number)) return false;
  return there.size === 0;
}

interface Numbers {
  readonly first: number;
  readonly last: number;
}

function span(sheet: TracedSheet, axis: AxisName, { first, last }: { readonly first: End; readonly last: End }): Numbers {
  const [a, b] = [sheet.placeOf(axis, first), sheet.placeOf(axis, last)];
  return { first: Math.min(a, b), last: Math.max(a, b) };
}

/** The first and last line of a span that the other side has; null when it has none of it. */
function shared(pair: LaidOutPair, axis: AxisName, side: Side, { first, last }: Numbers): Numbers | null {
  const partner = pair[axis][side];
  let [a, b] = [first, last];
  while (a <= b && partner(a) === 0) a++;
  while (a <= b && partner(b) === 0) b--;
  return a > b ? null : { first: a, last: b };
}

/** Neighbouring texts joined, as references that were lost leave them. */
function tidy(formula: TracedFormula): TracedFormula {
  if (!formula.some((part, k) => typeof part === 'string' && typeof formula[k - 1] === 'string')) return formula;
  const joined: (string | Reference)[] = [];
  for (const part of formula) {
    if (typeof part === 'string' && typeof joined.at(-1) === 'string') joined[joined.length - 1] += part;
    else joined.push(part);
  }
  return joined;
}
