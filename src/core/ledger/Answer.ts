import type { DecidedDifference } from './Decision';

/** What official's owner answered to an offer. Kept in official, so that it goes back with its next version. */
export interface Answer {
  readonly answer: 'taken' | 'declined';
  /** Why it was declined; empty where nobody said. */
  readonly reason: string;
  readonly by: string;
  /** When it was answered, as an ISO time. */
  readonly at: string;
  /** The version of official in which it comes; null where nobody said. */
  readonly version: string | null;
  /** The receipt of what was taken; null where nothing was written for it. */
  readonly receipt: string | null;
  /** Whose offer it was, and of which team. */
  readonly team: string;
  readonly owner: string;
  /** When it was offered. */
  readonly offered: string;
  readonly of: DecidedDifference;
}
