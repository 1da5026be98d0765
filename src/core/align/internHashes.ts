/** Ids for lines: equal ids mean equal hashes. */
export interface LineIds {
  /** By line (1…); 0 for a blank line. */
  readonly official: Int32Array;
  readonly local: Int32Array;
  /** Ids run from 1 to `count`. */
  readonly count: number;
  /** By line: a number that depends on its content alone. */
  readonly officialHash: Int32Array;
  readonly localHash: Int32Array;
}

/** Two 32-bit hashes a line; both 0 for a blank line. */
export interface LineHashes {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Small ids for the 64-bit hashes of the lines of both sides. */
export function internHashes(official: LineHashes, local: LineHashes): LineIds {
  const total = official.first.length + local.first.length;
  const size = 1 << Math.max(4, 32 - Math.clz32(total * 2));
  const table = new Int32Array(size);
  const firstOf = new Int32Array(total + 1);
  const secondOf = new Int32Array(total + 1);
  let count = 0;
  const intern = ({ first, second }: LineHashes): Int32Array => {
    const ids = new Int32Array(first.length);
    for (let i = 1; i < first.length; i++) {
      const one = first[i]!;
      const two = second[i]!;
      if (one === 0 && two === 0) continue;
      let slot = one & (size - 1);
      let id = table[slot]!;
      while (id !== 0 && (firstOf[id] !== one || secondOf[id] !== two)) id = table[(slot = (slot + 1) & (size - 1))]!;
      if (id === 0) {
        id = table[slot] = ++count;
        firstOf[id] = one;
        secondOf[id] = two;
      }
      ids[i] = id;
    }
    return ids;
  };
  return { official: intern(official), local: intern(local), count, officialHash: official.first, localHash: local.first };
}
