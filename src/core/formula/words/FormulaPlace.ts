import type { CellRange } from '../../workbook/Address';
import type { FormulaReference } from '../findReferences';

/** The cell that a formula stands in; sheet is empty and row and column 0 for what stands in none, as a name. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A range with the sheet it is on. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: CellRange;
  readonly kind: FormulaReference['kind'];
}
