import type { LineIds } from './internHashes';

/** How sharply lines are told apart: by all they hold, by what lasts (labels and formula shapes), or by labels alone. */
export type Sharpness = 'exact' | 'loose' | 'labels';

/** The rows, or the columns, of a sheet pair as what `alignLines` needs to know of them. Lines count from 1. */
export interface Lines {
  readonly officialCount: number;
  readonly localCount: number;
  /** How many cells a line fills. */
  filled(side: 'official' | 'local', line: number): number;
  ids(sharpness: Sharpness): LineIds;
  /** By line: a token of the first text in it, 0 when it has none. */
  headings(): { readonly official: Int32Array; readonly local: Int32Array };
  /**
   * How alike an official and a local line are, 0 to 1, for lines between these bounds (both included); what is
   * rare between the bounds tells more. Two blank lines are a little alike.
   */
  similarity(officialFirst: number, officialLast: number, localFirst: number, localLast: number): (i: number, j: number) => number;
}
