import type { Correspondence } from '../../core/align/Correspondence';
import type { Coalitions } from '../../core/explain/Coalitions';
import type { DriverSwitch } from '../../core/explain/DriverSwitch';
import type { Steps } from '../../core/Steps';
import type { Snapshot } from '../../core/workbook/Snapshot';

/** Calculates workbooks that are part official and part local. */
export interface ModelCalculator {
  /** The two models, ready to be calculated with any of at most 30 drivers as local has them; `cells` are those asked for. */
  combine(models: AlignedModels, drivers: readonly DriverSwitch[], cells: readonly AskedCell[]): Steps<CombinedModels>;
}

export interface AlignedModels {
  readonly official: Snapshot;
  readonly local: Snapshot;
  readonly correspondence: Correspondence;
}

/** A cell that is asked for, where each workbook has it; rows and columns counted from 1, sheets by their place. */
export interface AskedCell {
  readonly official: CellPlace | null;
  readonly local: CellPlace | null;
}

export interface CellPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** Headlines of combined models. */
export interface CombinedModels extends Coalitions {
  /** Cells on the way to what was asked for that could not be calculated, or differ without a driver, as far as came up. */
  doubts(): readonly DoubtfulCell[];
}

export interface DoubtfulCell {
  /** Where it stands in official, or in local where official lacks it. */
  readonly sheet: string;
  readonly address: string;
  /** Where it stands in local; null where local lacks it. */
  readonly local: { readonly sheet: string; readonly address: string } | null;
  /** Why its value cannot be told, in a sentence. */
  readonly reason: string;
}
