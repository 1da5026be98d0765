import { internHashes, type LineHashes, type LineIds } from './internHashes';
import { positionAt, type LineIndex } from './LineIndex';
import type { Lines, Sharpness } from './Lines';
import { mix } from './mix';
import { ContentClass, type SheetContent } from './SheetContent';
import { compareSketches, type Sketch } from './Sketch';

/** So many different contents of a line are kept, those whose tokens are smallest: the same choice in every line. */
const SKETCH = 128;
const WEIGHT = [0.3, 1, 1] as const;

/**
 * Lines seen as bags of content, wherever it stands along the line: the first guess for one axis while nothing is
 * known of the other. Similarity is the weighted Jaccard index of bottom-k sketches (Cohen and Kaplan 2007).
 */
export function bagLines(official: SheetContent, officialIndex: LineIndex, local: SheetContent, localIndex: LineIndex): Lines {
  const known = new Map<Sharpness, LineIds>();
  const ours = sketches(official, officialIndex);
  const theirs = sketches(local, localIndex);
  return {
    officialCount: officialIndex.count,
    localCount: localIndex.count,
    filled: (side, line) => {
      const { start } = side === 'official' ? officialIndex : localIndex;
      return start[line + 1]! - start[line]!;
    },
    ids(sharpness) {
      let ids = known.get(sharpness);
      if (ids === undefined) {
        ids = internHashes(hashBags(official, officialIndex, sharpness), hashBags(local, localIndex, sharpness));
        known.set(sharpness, ids);
      }
      return ids;
    },
    headings: () => ({ official: new Int32Array(officialIndex.count + 1), local: new Int32Array(localIndex.count + 1) }),
    similarity: () => (i, j) => compareSketches(ours[i]!, theirs[j]!),
  };
}

function hashBags(content: SheetContent, index: LineIndex, sharpness: Sharpness): LineHashes {
  const first = new Int32Array(index.count + 1);
  const second = new Int32Array(index.count + 1);
  const tokens = sharpness === 'exact' ? content.exact : content.loose;
  for (let i = 1; i <= index.count; i++) {
    let one = 0;
    let two = 0;
    for (let q = index.start[i]!; q < index.start[i + 1]!; q++) {
      const p = positionAt(index, q);
      if (sharpness === 'labels' && content.contentClass[p] !== ContentClass.Label) continue;
      one = (one + mix(tokens[p]!, 1)) | 0;
      two = (two + mix(tokens[p]!, 2)) | 0;
    }
    first[i] = one;
    second[i] = two;
  }
  return { first, second };
}

function sketches(content: SheetContent, index: LineIndex): readonly Sketch[] {
  const all: Sketch[] = [{ tokens: new Float64Array(0), weights: new Float64Array(0), limit: Infinity }];
  for (let i = 1; i <= index.count; i++) {
    const bag = new Map<number, number>();
    const add = (token: number, weight: number): void => {
      const key = mix(token, 3);
      bag.set(key, (bag.get(key) ?? 0) + weight);
    };
    for (let q = index.start[i]!; q < index.start[i + 1]!; q++) {
      const p = positionAt(index, q);
      const weight = WEIGHT[content.contentClass[p] as 0 | 1 | 2];
      add(content.exact[p]!, weight);
      if (content.contentClass[p] === ContentClass.Formula) add(content.loose[p]!, weight);
    }
    for (const token of index.marks.get(i) ?? []) add(token, 1);
    const kept = [...bag].sort((x, y) => x[0] - y[0]).slice(0, SKETCH);
    all.push({
      tokens: Float64Array.from(kept, ([token]) => token),
      // A filled-down formula is one thing, however often it stands there.
      weights: Float64Array.from(kept, ([, weight]) => Math.sqrt(weight)),
      limit: bag.size > SKETCH ? kept[SKETCH - 1]![0] : Infinity,
    });
  }
  return all;
}
