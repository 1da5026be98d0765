import type { DifferenceKind, DifferenceRole } from './Difference';

/** One differing cell of a sheet pair; positions are those in the two snapshots' columns, -1 where that side is blank. */
export interface CellPair {
  readonly row: number;
  readonly column: number;
  readonly official: number;
  readonly local: number;
  readonly kind: DifferenceKind;
  /** `null` while it depends on whether what the cell reads differs. */
  readonly role: DifferenceRole | null;
  readonly note: string;
  /** The metric that this cell defines in words. */
  readonly metric?: string;
  /** False for a difference that leaves the value as it is. */
  readonly valueDiffers: boolean;
}
