import type { LineMatch } from './alignLines';
import { positionAt } from './LineIndex';
import type { Sides } from './Sides';

/** The way of a band, where it is blank made like that of the rest of the sheet as far as the order allows. */
export function likeRest(
  sides: Sides,
  of: 'rows' | 'columns',
  lines: readonly (readonly [number, number])[],
  way: LineMatch,
  rest: LineMatch,
): LineMatch {
  const [officialCount, localCount] = sides[of === 'rows' ? 'columns' : 'rows'].map(({ count }) => count) as [number, number];
  const filled = [new Uint8Array(officialCount + 1), new Uint8Array(localCount + 1)] as const;
  for (const line of lines) {
    for (const side of [0, 1] as const) {
      const index = sides[of][side];
      if (line[side] > index.count) continue;
      for (let x = index.start[line[side]]!; x < index.start[line[side] + 1]!; x++) filled[side][index.cross[positionAt(index, x)]!] = 1;
    }
  }
  const match = way.match.map((j, i) => (j !== 0 && (filled[0][i] === 1 || filled[1][j] === 1) ? j : 0));
  for (let first = 1, before = 0; first <= officialCount; first++) {
    if (match[first] !== 0) {
      before = match[first]!;
      continue;
    }
    let end = first;
    while (end <= officialCount && match[end] === 0) end++;
    const after = end <= officialCount ? match[end]! : localCount + 1;
    const fitting = ({ match: wanted }: LineMatch): { readonly pairs: [number, number][]; readonly misfits: number } => {
      const pairs: [number, number][] = [];
      let misfits = 0;
      for (let i = first; i < end; i++) {
        const j = wanted[i]!;
        if (j > before && j < after && filled[0][i] === 0 && filled[1][j] === 0) pairs.push([i, j]);
        else if (j !== 0) misfits++;
      }
      return { pairs, misfits };
    };
    const [likeWay, likeOthers] = [fitting(way), fitting(rest)];
    const taken = likeOthers.misfits > 0 && likeWay.pairs.length > likeOthers.pairs.length ? likeWay : likeOthers;
    for (const [i, j] of taken.pairs) match[i] = j;
    first = end - 1;
  }
  return { match, precise: way.precise };
}
