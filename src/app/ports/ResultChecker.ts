import type { CellValue } from '../../core/workbook/CellValue';
import type { Snapshot } from '../../core/workbook/Snapshot';

/** How one formula fared against the result that its workbook keeps of it. */
export interface CheckedFormula {
  /** `Summary!B4`. */
  readonly place: string;
  readonly formula: string;
  readonly outcome: 'equal' | 'different' | 'unknown';
  readonly stored: CellValue;
  /** What was calculated, or why it was not. */
  readonly calculated: CellValue;
}

/** Calculates every formula of a workbook from the values that it keeps of the cells it reads, and compares with what it keeps of the formula. */
export type ResultChecker = (snapshot: Snapshot) => readonly CheckedFormula[];
