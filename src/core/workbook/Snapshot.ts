import type { CellRange } from './Address';
import type { EntryRule } from './EntryRule';

/**
 * An immutable reading of one workbook. Columnar, so that a million cells are a few typed arrays:
 * texts, formulas and number formats are interned and cells refer to them by index.
 */
export interface Snapshot {
  /** The workbook's file name, as people know it. */
  readonly name: string;
  /** Hex SHA-256 of the bytes it was read from; null when it was read from ranges. */
  readonly sha256: string | null;
  readonly dateSystem: 1900 | 1904;
  /** `manual`: only when the user says so; `unfinished`: saved before all of it was calculated. */
  readonly calculation: 'automatic' | 'manual' | 'unfinished';
  /** How cells that read themselves are calculated; null where Excel refuses to calculate them. */
  readonly iteration: Iteration | null;
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly Table[];
  readonly externalLinks: readonly ExternalLink[];
  /** Interned texts and error codes (`#N/A`); a text or error cell's payload is an index into it. */
  readonly strings: readonly string[];
  /** Interned formulas in relative form (see `toRelative`), without the leading `=`. */
  readonly formulas: readonly string[];
  /** Interned number format codes; index 0 is always `General`. */
  readonly formats: readonly string[];
  /** True when the workbook's structure is protected: sheets cannot be added, removed or renamed. */
  readonly structureProtected: boolean;
  /** What could not be read, in plain sentences for the user. */
  readonly warnings: readonly string[];
}

/** Iterative calculation: cells that read themselves are calculated round by round until they settle. */
export interface Iteration {
  /** The most rounds of one calculation. */
  readonly count: number;
  /** They have settled when no cell of theirs changes by as much as this in a round. */
  readonly delta: number;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly protected: boolean;
  readonly cells: CellColumns;
  /** Array and spilling formulas: the top left cell carries the formula, the others only values. */
  readonly arrays: readonly ArrayFormula[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly notes: readonly Note[];
  readonly validations: readonly Validation[];
}

/** What a cell holds, as stored in `CellColumns.kind`. */
export const ValueKind = { Empty: 0, Number: 1, Text: 2, Boolean: 3, Error: 4 } as const;
export type ValueKind = (typeof ValueKind)[keyof typeof ValueKind];

/**
 * The cells of a sheet that hold a value or a formula, sorted by row, then column, at most once each.
 * All arrays have `count` entries.
 */
export interface CellColumns {
  readonly count: number;
  /** Counted from 1. */
  readonly row: Int32Array;
  /** Counted from 1. */
  readonly column: Uint16Array;
  readonly kind: Uint8Array;
  /** The number; 0 or 1 for a truth value; an index into `strings` for texts and errors; 0 when empty. */
  readonly payload: Float64Array;
  /** Index into `formulas`, or -1. */
  readonly formula: Int32Array;
  /** Index into `formats`. */
  readonly format: Uint16Array;
}

/** First and last row or column, both included, counted from 1. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export interface ArrayFormula {
  readonly range: CellRange;
  /** `array`: entered with Ctrl+Shift+Enter; `spill`: a dynamic array; `dataTable`: a what-if table. */
  readonly kind: 'array' | 'spill' | 'dataTable';
}

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
  /** `note`: the old yellow note; `comment`: a threaded comment, replies joined below it by line feeds. */
  readonly kind: 'note' | 'comment';
}

/** A rule for entries; its formulas are as stored, relative to the first range's top left cell. */
export interface Validation extends EntryRule {
  readonly ranges: readonly CellRange[];
}

export interface DefinedName {
  readonly name: string;
  /** The sheet it belongs to, or null for the whole workbook. */
  readonly scope: string | null;
  /** What it stands for, A1, without `=`. */
  readonly formula: string;
  readonly hidden: boolean;
  readonly comment: string;
}

export interface Table {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly columns: readonly TableColumn[];
}

export interface TableColumn {
  readonly name: string;
  /** The calculated column's formula, A1, without `=`, or null. */
  readonly formula: string | null;
}

export interface ExternalLink {
  /** The number by which formulas refer to it: 1 in `[1]Sheet!A1`. */
  readonly index: number;
  readonly target: string;
}
