import { positionAt } from '../align/LineIndex';
import { mix } from '../align/mix';
import type { PlacedSide } from '../align/placedLines';
import { ContentClass } from '../align/SheetContent';

/**
 * Matches like this one in which those lines stand together that have in common what no other line holds: with all else as it is,
 * and with what crosses them, and nothing of the kind speaks for, without a partner. `links` are these lines (`linksOf`).
 */
export function ownMatches(match: Int32Array, links: Int32Array): Int32Array[] {
  const linked = new Set(links);
  const one = match.map((j, i) => links[i]! || (linked.has(j) ? 0 : j));
  return [one, withoutCrossingLinks(one, links)];
}

/** By official line, the local line with which it shares most of what only these two hold, at the same place; 0 where none or several do. */
export function linksOf(official: PlacedSide, local: PlacedSide): Int32Array {
  const theirs = lineByContent(local);
  const shared = new Map<number, { readonly i: number; readonly j: number; cells: number }>();
  for (const [content, i] of lineByContent(official)) {
    const j = theirs.get(content) ?? 0;
    if (i === 0 || j === 0) continue;
    const key = i * 1_048_577 + j;
    const pair = shared.get(key);
    if (pair === undefined) shared.set(key, { i, j, cells: 1 });
    else pair.cells++;
  }
  const pairs = [...shared.values()];
  const [byOfficial, byLocal] = [mostOf(pairs, 'i'), mostOf(pairs, 'j')];
  const links = new Int32Array(official.index.count + 1);
  for (const pair of pairs) if (byOfficial.get(pair.i) === pair && byLocal.get(pair.j) === pair) links[pair.i] = pair.j;
  return links;
}

/** By line, the pair with the most cells; null where several have as many. */
function mostOf<P extends { readonly i: number; readonly j: number; readonly cells: number }>(
  pairs: readonly P[],
  end: 'i' | 'j',
): Map<number, P | null> {
  const most = new Map<number, number>();
  const best = new Map<number, P | null>();
  for (const pair of pairs) {
    const [line, cells] = [pair[end], most.get(pair[end]) ?? 0];
    if (pair.cells < cells) continue;
    best.set(line, pair.cells === cells ? null : pair);
    most.set(line, pair.cells);
  }
  return best;
}

/** The one line that holds a content at a place; 0 where several do. */
function lineByContent({ index, content, place }: PlacedSide): Map<number, number> {
  const lines = new Map<number, number>();
  for (let line = 1; line <= index.count; line++) {
    for (let x = index.start[line]!; x < index.start[line + 1]!; x++) {
      const p = positionAt(index, x);
      const at = place[index.cross[p]!]!;
      // Formulas that lost what they read are alike whatever it was.
      if (at === 0 || content.formulas[content.cells.formula[p]!]?.includes('#REF!')) continue;
      // A formula says what it does; where it looks says where it stands.
      const token = content.contentClass[p] === ContentClass.Formula ? content.loose[p]! : content.exact[p]!;
      const key = mix(token, at) * 1_048_576 + (mix(at, token) & 0xfffff);
      lines.set(key, lines.has(key) ? 0 : line);
    }
  }
  return lines;
}

function withoutCrossingLinks(match: Int32Array, links: Int32Array): Int32Array {
  const clear = match.slice();
  let highest = 0;
  for (let i = 1; i < clear.length; i++) {
    highest = Math.max(highest, links[i]!);
    if (links[i] === 0 && clear[i]! < highest) clear[i] = 0;
  }
  let lowest = Infinity;
  for (let i = clear.length - 1; i > 0; i--) {
    if (links[i] !== 0) lowest = Math.min(lowest, links[i]!);
    else if (clear[i]! > lowest) clear[i] = 0;
  }
  return clear;
}
