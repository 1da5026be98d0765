import type { ReferenceUse } from './Phrase';

/** A stretch of a formula in words; joined up they are the whole. */
export interface WordPart {
  readonly text: string;
  /** What it stands for when it is a reference; null for the words between. */
  readonly use: ReferenceUse | null;
}

/** A formula's words with references still to be told apart. */
export type UnsettledWords = readonly (string | ReferenceUse)[];
