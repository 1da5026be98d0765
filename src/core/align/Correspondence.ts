import type { CellRange } from '../workbook/Address';
import type { Span } from '../workbook/Snapshot';
import type { KeyColumns } from './KeyColumns';

/**
 * Which sheet, row and column of the official snapshot is which of the local one. The ordered union of
 * matched and unmatched rows and columns of a sheet pair is its common grid.
 */
export interface Correspondence {
  readonly sheets: readonly SheetPair[];
  /** False when a cruder method had to be used somewhere; `reasons` says where and why, in sentences. */
  readonly precise: boolean;
  readonly reasons: readonly string[];
}

export interface SheetPair {
  /** Index into the official snapshot's sheets; null when only local has the sheet. */
  readonly official: number | null;
  /** Index into the local snapshot's sheets; null when only official has the sheet. */
  readonly local: number | null;
  readonly rows: Axis;
  readonly columns: Axis;
  /** Runs of rows, or else of columns, that are laid out in a way of their own; in order, none when all are alike. */
  readonly bands: readonly Band[];
  /** What stands elsewhere, in official's order. */
  readonly moves: readonly Move[];
  /** Tables in which the order of rows says nothing, as far as they matter for what is matched. */
  readonly keyed: readonly KeyedTable[];
  /** Of a sheet that only one workbook has: the index there of the sheet it was copied from; absent when it is no copy. */
  readonly copyOf?: number;
}

/**
 * Rows whose cells stand in other columns than those of the rest of the sheet, as when cells rather than whole columns
 * are inserted there; or columns whose cells stand in other rows.
 */
export interface Band {
  /** What the band is a run of; its axis is the other one. */
  readonly of: 'rows' | 'columns';
  /** Common indexes of its first and last row, or column. */
  readonly first: number;
  readonly last: number;
  readonly axis: Axis;
}

/**
 * One axis of a sheet pair's common grid. All numbers count from 1 and 0 means "not there".
 * Past the ends of the arrays both sides run on in step (see `toCommon`).
 */
export interface Axis {
  /** How many rows or columns the common grid has where either side is used. */
  readonly length: number;
  /** Official index (1…) to common index; entry 0 is unused. */
  readonly fromOfficial: Int32Array;
  /** Local index (1…) to common index; entry 0 is unused. */
  readonly fromLocal: Int32Array;
  /** Common index (1…) to official index, 0 when only local has it; entry 0 is unused. */
  readonly toOfficial: Int32Array;
  /** Common index (1…) to local index, 0 when only official has it; entry 0 is unused. */
  readonly toLocal: Int32Array;
  /** False when lines moved: the common order is then official's, and what only local has comes after the line it stands behind. */
  readonly inOrder: boolean;
}

/** Lines of a sheet pair that stand elsewhere in the other workbook, and whose order matters; a run on either side. */
export interface Move {
  readonly of: 'rows' | 'columns';
  readonly official: Span;
  readonly local: Span;
}

/** A table whose rows are matched by a key, in any order. */
export interface KeyedTable {
  /** Its cells in either workbook: the header, then the rows of data. */
  readonly official: CellRange;
  readonly local: CellRange;
  /** The columns that tell its rows apart. */
  readonly key: KeyColumns;
  /** The key as the user chose it; null when it was found. */
  readonly chosen: readonly string[] | null;
  /** True when its formulas reach across rows, so that the order of its rows means something and moves are told. */
  readonly ordered: boolean;
  /** True when its rows are in another order. */
  readonly reordered: boolean;
  /** How many rows of either side have a key that another row has too; they are matched by what else they hold. */
  readonly duplicates: number;
}
