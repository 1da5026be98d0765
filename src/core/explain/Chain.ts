import type { DifferenceRole, DifferenceSide } from '../compare/Difference';

/**
 * The way from a cell to what it follows: the cell itself first, and each step something that the one before reads, in one workbook at
 * least. The last one is a cause, or a value that nothing explains. JSON-safe.
 */
export type Chain = readonly ChainStep[];

/** A cell, or a defined name, that differs. */
export interface ChainStep {
  /** How it looks in each workbook; null where that one does not have it. */
  readonly official: DifferenceSide | null;
  readonly local: DifferenceSide | null;
  /** What people call the place; empty when nothing heads it. */
  readonly label: string;
  /** The id of the difference that it belongs to. */
  readonly difference: string;
  /** The part of that difference: on the way a cause too, where its formula is another one. */
  readonly role: DifferenceRole;
}

/** How a cell comes to differ. JSON-safe. */
export interface Trace {
  /** What it was asked of: a place such as `Summary!B12`, or a name. */
  readonly of: string;
  /** A sentence on what the chains do not say, as where there are none; else empty. */
  readonly says: string;
  /** The nearest first, each to another cause. */
  readonly chains: readonly Chain[];
}
