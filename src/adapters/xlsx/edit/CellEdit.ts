import type { CellValue } from '../../../core/workbook/CellValue';

/** What becomes of one cell, row and column counted from 1. */
export type CellEdit =
  /** `formula` is A1 with `=`, null for a constant, whose value counts then; a null format keeps the cell's. */
  | {
      readonly kind: 'content';
      readonly row: number;
      readonly column: number;
      readonly formula: string | null;
      readonly value: CellValue;
      readonly format: string | null;
    }
  /** Only the number format. */
  | { readonly kind: 'format'; readonly row: number; readonly column: number; readonly format: string }
  /** A formula's new result. */
  | { readonly kind: 'result'; readonly row: number; readonly column: number; readonly value: CellValue };
