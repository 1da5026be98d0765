import { plantedLayout, type LaidOutPair, type Side } from './Layout';
import { lineText } from './lineText';
import type { AxisName, Line, TracedBook, TracedSheet } from './TracedBook';

/**
 * True where the very same two books come of other edits, so that nobody can tell which they were: a line of several cells of which nothing
 * is left and that no formula names may have gone and another come; lines gone at the end, with blank ones among them, may have been typed
 * there in the other book, where blank ones are none.
 */
export function comesOtherwise(official: TracedBook, local: TracedBook): boolean {
  const named = linesNamed(official, local);
  return plantedLayout(official, local).pairs.some((pair) => {
    if (pair.official === null || pair.local === null) return false;
    const both = { official: official.sheets[pair.official]!, local: local.sheets[pair.local]! };
    return (['rows', 'columns'] as const).some(
      (axis) => isRewritten(pair, axis, both, { official, local }, named) || endsInGaps(pair, axis, both),
    );
  });
}

type Both<T> = Readonly<Record<Side, T>>;

function isRewritten(
  pair: LaidOutPair,
  axis: AxisName,
  both: Both<TracedSheet>,
  books: Both<TracedBook>,
  named: ReadonlySet<unknown>,
): boolean {
  const cellsOf = (side: Side): ((number: number) => string[]) => {
    const text = lineText(books[side], both[side], axis);
    return (number) => text(number).split('|');
  };
  const [ours, theirs] = [cellsOf('official'), cellsOf('local')];
  const filled = { official: both.official.filled(axis), local: both.local.filled(axis) };
  for (let number = 1, end = both.official.lastUsed(axis); number <= end; number++) {
    const partner = pair[axis].official(number);
    if (partner === 0 || named.has(both.official[axis][number - 1])) continue;
    if (filled.official[number]! < 2 || (filled.local[partner] ?? 0) < 2) continue;
    const [a, b] = [ours(number), theirs(partner)];
    // Only what was typed is meant: formulas filled in anew all along are one edit.
    if ([...a, ...b].every((cell) => !cell.startsWith('=')) && !a.some((cell) => cell !== '' && b.includes(cell))) return true;
  }
  return false;
}

function endsInGaps(pair: LaidOutPair, axis: AxisName, both: Both<TracedSheet>): boolean {
  return (['official', 'local'] as const).some((side) => {
    const filled = both[side].filled(axis);
    let gaps = false;
    let number = both[side].lastUsed(axis);
    for (; number > 0 && pair[axis][side](number) === 0 && !pair[axis].isPastEnd(side, number); number--) gaps ||= filled[number] === 0;
    const other = side === 'official' ? 'local' : 'official';
    return gaps && both[other].lastUsed(axis) <= (number === 0 ? 0 : pair[axis][side](number));
  });
}

/** The lines at which references of either book begin or end. */
function linesNamed(...books: readonly TracedBook[]): ReadonlySet<Line | number> {
  const lines = new Set<Line | number>();
  for (const book of books) {
    book.followReferences('', (reference) => {
      for (const ends of [reference.rows, reference.columns]) if (ends !== null) lines.add(ends.first).add(ends.last);
      return reference;
    });
  }
  return lines;
}
