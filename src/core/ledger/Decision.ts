import type { DifferenceKind } from '../compare/Difference';

/** What somebody decided about a difference: to keep it on purpose, or to offer it to the official model's owner. */
export interface Decision {
  readonly kind: 'exception' | 'proposal';
  readonly reason: string;
  readonly owner: string;
  /** When it was decided, as an ISO time. */
  readonly at: string;
  /** The last day on which it counts, `YYYY-MM-DD`; null when it has no end. */
  readonly reviewBy: string | null;
  readonly of: DecidedDifference;
}

/** What was decided on, so that it is found again and seen to have changed. */
export interface DecidedDifference {
  readonly kind: DifferenceKind;
  /** What the user saw it called; may be empty. */
  readonly label: string;
  /** Null when only local has it. */
  readonly official: DecidedSide | null;
  /** Null when only official has it. */
  readonly local: DecidedSide | null;
  readonly cells: number;
}

export interface DecidedSide {
  readonly sheet: string;
  /** As in a `DifferenceSide`. */
  readonly address: string;
  /** What the first cell holds: its formula in A1 with `=`, or its value as JSON text. */
  readonly content: string;
}
