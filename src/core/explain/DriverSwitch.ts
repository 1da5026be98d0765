/** Cells of one workbook, rows and columns counted from 1 as it has them, sheets by their place in it. */
export interface SwitchedRange {
  readonly side: 'official' | 'local';
  readonly sheet: number;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** `cells`: what these hold; `rows`, `columns`: that these lines, across those cells, are there at all. */
  readonly of: 'cells' | 'rows' | 'columns';
}

/** What turns from official's into local's together. */
export interface DriverSwitch {
  readonly ranges: readonly SwitchedRange[];
  /** Names of defined names and tables, in small letters. */
  readonly names: readonly string[];
}
