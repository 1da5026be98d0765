import type { LaidOutPair, Side } from './Layout';
import { listRows } from './listRows';
import type { AxisName, TracedSheet } from './TracedBook';

/** A block of lines that stands elsewhere in the other book. */
export interface MovedBlock {
  readonly axis: AxisName;
  readonly official: { readonly first: number; readonly last: number };
  readonly local: { readonly first: number; readonly last: number };
}

/**
 * The blocks that moved: the least that explains the order of lines, by the cells they hold. Where several are as little, the ones
 * that were named are taken when they are among these. The order of rows in a list says nothing.
 */
export function explainMoves(
  pair: LaidOutPair,
  axis: AxisName,
  both: Readonly<Record<Side, TracedSheet>>,
  named: readonly MovedBlock[],
  isAnywhere: (official: number, local: number) => boolean,
): readonly MovedBlock[] {
  const list = axis === 'rows' ? listRows(both.official) : null;
  const lines: { official: number; local: number; worth: number }[] = [];
  const filled = both.official.filled(axis);
  let highest = 0;
  let rises = true;
  for (let official = 1, end = both.official.lastUsed(axis); official <= end; official++) {
    const local = pair[axis].official(official);
    if (local === 0 || (list !== null && official >= list.first && official <= list.last)) continue;
    if (axis === 'rows' && isAnywhere(official, local)) continue;
    rises &&= local > highest;
    highest = Math.max(highest, local);
    lines.push({ official, local, worth: 1e-3 + filled[official]! });
  }
  if (rises) return [];
  const stay = heaviestRise(lines);
  const least = lines.filter((line) => !stay.has(line)).reduce((sum, { worth }) => sum + worth, 0);
  const isNamed = (line: number): boolean => named.some(({ official: { first, last } }) => line >= first && line <= last);
  const rest = lines.filter(({ official }) => !isNamed(official));
  const spent = lines.filter(({ official }) => isNamed(official)).reduce((sum, { worth }) => sum + worth, 0);
  const isRising = rest.every(({ local }, k) => k === 0 || local > rest[k - 1]!.local);
  const moved =
    isRising && spent <= least + 1e-9 ? lines.filter(({ official }) => isNamed(official)) : lines.filter((line) => !stay.has(line));
  const blocks: { axis: AxisName; official: { first: number; last: number }; local: { first: number; last: number } }[] = [];
  for (const { official, local } of moved) {
    const open = blocks.at(-1);
    if (open?.official.last === official - 1 && open.local.last === local - 1) {
      open.official.last = official;
      open.local.last = local;
    } else blocks.push({ axis, official: { first: official, last: official }, local: { first: local, last: local } });
  }
  return blocks;
}

function heaviestRise<L extends { readonly local: number; readonly worth: number }>(lines: readonly L[]): ReadonlySet<L> {
  const sums: number[] = [];
  const before: number[] = [];
  lines.forEach(({ local, worth }, k) => {
    let best = -1;
    for (let j = 0; j < k; j++) if (lines[j]!.local < local && (best < 0 || sums[j]! > sums[best]!)) best = j;
    sums[k] = worth + (best < 0 ? 0 : sums[best]!);
    before[k] = best;
  });
  const chain = new Set<L>();
  for (let k = sums.indexOf(Math.max(...sums)); k >= 0; k = before[k]!) chain.add(lines[k]!);
  return chain;
}
