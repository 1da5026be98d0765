import type { Answer } from './Answer';
import type { Decision } from './Decision';

/**
 * Why a decision no longer counts: the official or the local content changed since, more cells differ than it was about, the place is called
 * otherwise, or its day has passed.
 */
export type StaleReason = (typeof STALE_REASONS)[number];

export const STALE_REASONS = ['official', 'local', 'more', 'renamed', 'date'] as const;

/** A difference that somebody decided on. */
export interface DecidedNow {
  /** Its id. */
  readonly difference: string;
  readonly decision: Decision;
  /** `settled` by an exception; `proposed` to official's owner; `stale`: to be decided anew. */
  readonly state: 'settled' | 'proposed' | 'stale';
  /** Empty unless it is stale. */
  readonly why: readonly StaleReason[];
}

/** What decisions say about a comparison. JSON-safe. */
export interface WeighedDecisions {
  /** In the order of the decisions, each difference and each decision once. */
  readonly decided: readonly DecidedNow[];
  /** Decisions whose difference is gone, or cannot be told from others that are alike. */
  readonly gone: readonly Decision[];
  /** What official's owner answered to offers; absent where nothing was. */
  readonly answered?: readonly AnsweredNow[];
}

/** An answer that concerns this workbook, and the id of the difference it is about; null when that is gone. */
export interface AnsweredNow {
  readonly answer: Answer;
  readonly difference: string | null;
}
