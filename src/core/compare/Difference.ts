import type { CellValue } from '../workbook/CellValue';

export const DIFFERENCE_KINDS = [
  'value',
  'formula',
  'hardcoded',
  'unhardcoded',
  'unit',
  'format',
  'note',
  'name',
  'table',
  'validation',
  'row',
  'column',
  'sheet',
  'hidden',
  'external',
  'definition',
] as const;

/**
 * What is not the same. `hardcoded`: local has a constant where official has a formula; `unhardcoded`: the
 * reverse; `row`, `column`, `sheet`: only one side has it, its cells are not repeated; `definition`: a cell of a metric
 * dictionary, in words or as a formula. It is the cell's difference itself, not one beside it, so that nothing is told
 * twice and taking it writes that cell.
 */
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/**
 * `cause`: someone changed this; `consequence`: its content is the same and its value follows a cause;
 * `unexplained`: its value differs with no cause upstream.
 */
export type DifferenceRole = 'cause' | 'consequence' | 'unexplained';

export const MOVERS = ['official', 'local', 'both', 'unclear'] as const;

/**
 * Who changed something since the base, the official version that both come from: the official model, whoever works in local,
 * both but not to the same, or nobody can tell.
 */
export type Mover = (typeof MOVERS)[number];

/** One thing that is not the same in the two models. JSON-safe. */
export interface Difference {
  /** Stable from run to run for the same two workbooks. */
  readonly id: string;
  readonly kind: DifferenceKind;
  readonly role: DifferenceRole;
  /** How many cells it covers; more than 1 for one edit filled over a range, and for rows and columns. */
  readonly cells: number;
  /** Null when only local has it. */
  readonly official: DifferenceSide | null;
  /** Null when only official has it. */
  readonly local: DifferenceSide | null;
  /** Ids of the causes a consequence is known to follow. */
  readonly causes: readonly string[];
  /** The metric that the workbook's dictionary ties these cells or rows to; absent for all others. */
  readonly metric?: string;
  /** Who changed it since the base, and how it was there, null where the base did not have it; absent without a base, and for what follows. */
  readonly since?: { readonly by: Mover; readonly base: DifferenceSide | null };
  /** A sentence or phrase for the user, such as `rounding only`; empty when there is nothing to add. */
  readonly note: string;
}

/** How a difference looks in one of the two workbooks. */
export interface DifferenceSide {
  /** The sheet's name in that workbook; empty for what belongs to the whole workbook. */
  readonly sheet: string;
  /** A cell `B3`, a range `B3:B9`, rows `5:7`, columns `C:D`, or the name of a defined name or table; empty for a whole sheet. */
  readonly address: string;
  /** The value of the (first) cell. */
  readonly value: CellValue;
  /** The formula of the (first) cell as Excel shows it, with `=`; null for a constant. */
  readonly formula: string | null;
  /** The formula as finance reads it, from headers and names; only where it was asked for, and says more than the formula. */
  readonly words?: string | undefined;
  /** The number format code of the (first) cell; null where there is no cell. */
  readonly format: string | null;
}
