import type { DifferenceKind } from '../compare/Difference';
import type { DecidedDifference } from '../ledger/Decision';

/**
 * What a team offers to the official model. JSON-safe. It carries the official model as it was, and as it would be with all that is offered
 * and nothing else of the team's workbook, so that it can be weighed against whatever official is by then.
 */
export interface Proposal {
  readonly schema: 'tieout.proposals/1';
  readonly author: string;
  /** The team, or else the name of its workbook. */
  readonly team: string;
  /** When it was written, as an ISO time. */
  readonly at: string;
  readonly official: { readonly title: string; readonly version: string | null; readonly sha256: string | null };
  readonly offers: readonly Offer[];
  /** What all offers together do to the headlines. */
  readonly effect: readonly HeadlineEffect[];
  /** Packed: official as it was. */
  readonly before: string;
  /** Packed: official with every offer taken. */
  readonly after: string;
}

/** One difference that is offered. */
export interface Offer {
  /** Told apart by it within its proposal, short enough to be typed. */
  readonly id: string;
  readonly of: DecidedDifference;
  readonly reason: string;
  readonly owner: string;
  /** When it was offered, as an ISO time. */
  readonly at: string;
  /** What changes, as finance reads it. */
  readonly words: string;
  /** What it does to the headlines by itself, as calculated; those that stay are left out. */
  readonly effect: readonly HeadlineEffect[];
  /** What it comes to between the two packed workbooks. */
  readonly changes: readonly OfferedChange[];
}

/** A headline of official without and with what is offered. */
export interface HeadlineEffect {
  readonly name: string;
  readonly format: string;
  readonly before: number;
  /** Null where it cannot be calculated. */
  readonly after: number | null;
  /** False where calculating does not give what official shows, or something on the way could not be calculated. */
  readonly exact: boolean;
}

/** One thing that is not the same in official as it was and as it is proposed. */
export interface OfferedChange {
  readonly kind: DifferenceKind;
  /** Where it stands in official as it was; null for what is put in. */
  readonly before: ChangePlace | null;
  /** Where it stands in official as proposed; null for what is taken out. */
  readonly after: ChangePlace | null;
}

export interface ChangePlace {
  readonly sheet: string;
  /** As in a `DifferenceSide`. */
  readonly address: string;
}
