import type { CellRange } from '../workbook/Address';
import type { CellValue } from '../workbook/CellValue';
import type { BlockReading } from '../workbook/Reading';

/** A block of cells of one sheet. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: CellRange;
}

/** What cells of the open workbook hold after an edit. */
export interface CellUpdate {
  /** Where someone wrote: all that the cells hold now. */
  readonly edited: readonly (BlockReading & SheetRange)[];
  /** Where formulas may have got another result: values alone. */
  readonly recalculated: readonly (ValueBlock & SheetRange)[];
}

/** The values of a block, row by row. */
interface ValueBlock {
  readonly range: CellRange;
  readonly values: readonly (readonly CellValue[])[];
}
