import type { CellError } from '../../../core/workbook/CellValue';
import type { Area } from '../values/Area';
import type { Value } from '../values/Value';
import type { Arrangement } from '../model/Arrangement';

/** The cell whose formula is calculated. */
export interface Cell {
  readonly arrangement: Arrangement;
  /** Where it stands in the arrangement: rows and columns counted from 1, sheets by their place. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** Where it stands in the workbook whose formula it is, which relative addresses are counted from. */
  readonly own: { readonly sheet: number; readonly row: number; readonly column: number };
  /**
   * The cells of the arrangement that the formula means by a rectangle of its own workbook; an error where none of them is there.
   * `reference` says which of the formula's references it is.
   */
  area(sheet: number, firstRow: number, firstColumn: number, lastRow: number, lastColumn: number, reference: number): Area | CellError;
}

/** Values of the names that LET and LAMBDA made, outermost first; undefined for an omitted argument. */
export type Locals = readonly (Value | undefined)[];

/** A part of a formula, ready to be calculated for any cell that holds it. */
export type Program = (cell: Cell, locals: Locals) => Value;

/** What stands around a part of a formula wants of it: one value; a range as it is; or everything calculated as arrays. */
export type Use = 'value' | 'range' | 'array';

/** The cells that one reference of a formula means. */
export interface FormulaReference {
  readonly areas: (cell: Cell) => readonly Area[];
  /** False when the formula asks only where they are, as ROWS does. */
  readonly isRead: boolean;
}

/** A whole formula, ready to be calculated. */
export interface CompiledFormula {
  readonly run: Program;
  /** What each of its references means in a cell that holds it, in the order they stand. */
  readonly references: readonly FormulaReference[];
  /** The defined names and tables that it uses, straight or through other names, in small letters. */
  readonly names: readonly string[];
  /** True when it also reads cells that only calculating tells, as INDIRECT does. */
  readonly dynamic: boolean;
}
