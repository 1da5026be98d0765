import type { CommonRange } from '../align/bands';

/** What is known of cells of a sheet pair beyond their content; places are on the common grid. */
export interface CellMarks {
  /** A phrase on what an edit of this cell does, by `placeKey`. */
  readonly notes: ReadonlyMap<number, string>;
  /** Calculated columns of tables: an edit of their formula is one edit, whatever stands between its rows. */
  readonly filled: readonly FilledColumn[];
  /** Cells of a metric dictionary that say something else, by `placeKey`. */
  readonly defined: ReadonlyMap<number, DefinedCell>;
  /** Cells that a dictionary says a metric is found in. */
  readonly tied: readonly TiedCells[];
}

export interface FilledColumn {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly note: string;
}

export interface DefinedCell {
  readonly metric: string;
  readonly note: string;
}

export interface TiedCells extends CommonRange {
  readonly metric: string;
}

/** One number for a place. */
export function placeKey(row: number, column: number): number {
  return row * 16_385 + column;
}
