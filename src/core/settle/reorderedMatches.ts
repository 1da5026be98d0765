/** Blocks of so many lines at most change places. */
const MOST_LINES = 24;
/** So many ends of blocks are tried along an axis. */
const MOST_ENDS = 14;

/**
 * Matches like this one in which two blocks of lines that stand one behind the other have changed places; `amiss` are official lines that
 * differ, where blocks begin and end.
 */
export function* swappedBlocks(match: Int32Array, amiss: Iterable<number>): Generator<Int32Array> {
  const ends = endsOf(match, amiss);
  for (const [k, first] of ends.entries()) {
    for (const [m, middle] of ends.slice(k + 1).entries()) {
      for (const end of ends.slice(k + m + 2)) {
        if (end - first > MOST_LINES) break;
        const one = swap(match, first, middle, end);
        if (one !== null) yield one;
      }
    }
  }
}

/** Matches like this one in which lines of a block that stands elsewhere have no partner; `blocks` are in official's lines. */
export function* withoutMoves(
  match: Int32Array,
  blocks: readonly { readonly first: number; readonly last: number }[],
): Generator<Int32Array> {
  for (const { first, last } of blocks) {
    const one = match.slice();
    one.fill(0, first, last + 1);
    yield one;
  }
}

function endsOf(match: Int32Array, amiss: Iterable<number>): number[] {
  const lines = new Set([...amiss].filter((line) => line > 0 && line < match.length));
  const ends = new Set<number>();
  for (const line of lines) ends.add(line).add(line + 1);
  return [...ends].sort((a, b) => a - b).slice(0, MOST_ENDS);
}

function swap(match: Int32Array, first: number, middle: number, end: number): Int32Array | null {
  const partners = match.slice(first, end);
  if (partners.includes(0)) return null;
  const one = match.slice();
  one.set(partners.subarray(end - middle), first);
  one.set(partners.subarray(0, end - middle), middle);
  return one;
}
