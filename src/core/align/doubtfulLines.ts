import type { Span } from '../workbook/Snapshot';
import type { LineIds } from './internHashes';

/** Lines of either side; those that are matched with one another stay so. */
export interface SettledLines {
  readonly official: Span;
  readonly local: Span;
}

/** Lines that do not find their equal. */
export interface DoubtfulLines {
  readonly official: readonly number[];
  readonly local: readonly number[];
  /** By line. */
  readonly officialFlags: Uint8Array;
  readonly localFlags: Uint8Array;
}

/** The lines, ascending, that a match leaves without partner or gives one that holds something else; what is settled is not among them. */
export function doubtfulLines({ official, local }: LineIds, rising: Int32Array, settled: readonly SettledLines[]): DoubtfulLines {
  const officialFlags = new Uint8Array(official.length);
  const localFlags = new Uint8Array(local.length).fill(1, 1);
  for (let i = 1; i < official.length; i++) {
    const j = rising[i]!;
    if (j !== 0 && official[i] === local[j]) localFlags[j] = 0;
    else officialFlags[i] = 1;
  }
  for (const lines of settled) {
    for (let i = lines.official.first; i <= lines.official.last; i++) {
      const j = rising[i] ?? 0;
      if (j < lines.local.first || j > lines.local.last) continue;
      officialFlags[i] = 0;
      localFlags[j] = 0;
    }
  }
  return { official: flagged(officialFlags), local: flagged(localFlags), officialFlags, localFlags };
}

function flagged(flags: Uint8Array): number[] {
  const found: number[] = [];
  flags.forEach((flag, line) => {
    if (flag === 1) found.push(line);
  });
  return found;
}
