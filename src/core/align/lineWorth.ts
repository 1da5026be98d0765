import { positionAt } from './LineIndex';
import { mix } from './mix';
import type { PlacedSide } from './placedLines';
import { ContentClass } from './SheetContent';

/** What a cell counts when lines are weighed against each other: a number can be the same by chance. */
const WORTH = [0.5, 1, 1] as const;

/** What a formula that points elsewhere is worth of one that is the same. */
const MOVED_FORMULA = 0.9;

/** How much lines hold, and how much of it two lines have in common, in whole cells (numbers count half). */
export interface LineWorth {
  readonly official: (line: number) => number;
  readonly local: (line: number) => number;
  /** What cells of an official and a local line are worth that hold the same at the same place. */
  readonly common: (official: number, local: number) => number;
  /** True when an official and a local line hold the same texts, at the same places. */
  readonly sameTexts: (official: number, local: number) => boolean;
  /** What two lines have in common that no other line holds, for pairs among these lines. */
  readonly own: (official: readonly number[], local: readonly number[]) => (official: number, local: number) => number;
}

/** The worth of the lines of a sheet pair along one axis; cells at no common place on the other axis do not count. */
export function lineWorth(official: PlacedSide, local: PlacedSide): LineWorth {
  const places = Math.max(0, ...[official, local].map(({ place }) => place.reduce((one, other) => Math.max(one, other), 0)));
  const seenAt = new Int32Array(places + 1);
  const tokenAt = new Int32Array(places + 1);
  const looseAt = new Int32Array(places + 1);
  let asked = 0;
  const worth =
    (side: PlacedSide) =>
    (line: number): number => {
      let sum = 0;
      visit(side, line, (p) => (sum += WORTH[side.content.contentClass[p] as 0 | 1 | 2]));
      return sum;
    };
  return {
    official: worth(official),
    local: worth(local),
    common: (i, j) => {
      asked++;
      visit(local, j, (q, at) => {
        seenAt[at] = asked;
        tokenAt[at] = local.content.exact[q]!;
        looseAt[at] = local.content.loose[q]!;
      });
      let sum = 0;
      visit(official, i, (p, at) => {
        if (seenAt[at] !== asked) return;
        const sort = official.content.contentClass[p] as 0 | 1 | 2;
        if (tokenAt[at] === official.content.exact[p]) sum += WORTH[sort];
        else if (sort === ContentClass.Formula && looseAt[at] === official.content.loose[p]) sum += MOVED_FORMULA * WORTH[sort];
      });
      return sum;
    },
    sameTexts: (i, j) => {
      asked++;
      let texts = 0;
      visit(local, j, (q, at) => {
        if (local.content.contentClass[q] !== ContentClass.Label) return;
        seenAt[at] = asked;
        tokenAt[at] = local.content.exact[q]!;
        texts++;
      });
      let same = 0;
      let others = 0;
      visit(official, i, (p, at) => {
        if (official.content.contentClass[p] !== ContentClass.Label) return;
        if (seenAt[at] === asked && tokenAt[at] === official.content.exact[p]) same++;
        else others++;
      });
      return others === 0 && same === texts;
    },
    own: (officialLines, localLines) => {
      const ours = keysOf(official, officialLines);
      const theirs = keysOf(local, localLines);
      const shared = new Set<number>();
      for (const keys of theirs.values()) for (const key of keys.keys()) shared.add(key);
      const counts = new Map<number, number>();
      for (const side of [official, local]) {
        for (let line = 1; line <= side.index.count; line++) {
          visit(side, line, (p, at) => {
            const key = keyOf(side.content.exact[p]!, at);
            if (shared.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
          });
        }
      }
      return (i, j) => {
        let sum = 0;
        const others = theirs.get(j)!;
        for (const [key, value] of ours.get(i)!) if (others.has(key) && counts.get(key) === 2) sum += value;
        return sum;
      };
    },
  };
}

/** By line: the worth of its cells by what they hold where. */
function keysOf(side: PlacedSide, lines: readonly number[]): Map<number, Map<number, number>> {
  return new Map(
    lines.map((line) => {
      const keys = new Map<number, number>();
      visit(side, line, (p, at) => keys.set(keyOf(side.content.exact[p]!, at), WORTH[side.content.contentClass[p] as 0 | 1 | 2]));
      return [line, keys] as const;
    }),
  );
}

function keyOf(token: number, at: number): number {
  return mix(token, at) * 1_048_576 + (mix(at, token) & 0xfffff);
}

function visit({ index, place }: PlacedSide, line: number, see: (position: number, at: number) => void): void {
  if (line > index.count) return;
  for (let x = index.start[line]!; x < index.start[line + 1]!; x++) {
    const p = positionAt(index, x);
    const at = place[index.cross[p]!]!;
    if (at !== 0) see(p, at);
  }
}
