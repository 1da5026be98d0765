import type { CellRange } from './Address';
import type { CellValue } from './CellValue';

/** A workbook read range by range, where its file cannot be had. */
export interface RangesReading {
  readonly kind: 'ranges';
  readonly name: string;
  /** Whether Excel calculates only when the user says so. */
  readonly manual: boolean;
  readonly sheets: readonly SheetReading[];
  readonly names: readonly NameReading[];
}

export interface SheetReading {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly protected: boolean;
  /** Blocks of the used range; formulas are A1 with `=`, constants stand as values. */
  readonly blocks: readonly BlockReading[];
}

export interface BlockReading {
  readonly range: CellRange;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly (string | null)[])[];
  readonly formats: readonly (readonly string[])[];
}

export interface NameReading {
  readonly name: string;
  readonly scope: string | null;
  readonly formula: string;
  readonly hidden: boolean;
  readonly comment: string;
}
