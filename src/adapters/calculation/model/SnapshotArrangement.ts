import { toA1 } from '../../../core/formula/toA1';
import type { CellRange } from '../../../core/workbook/Address';
import type { Snapshot } from '../../../core/workbook/Snapshot';
import type { Scalar } from '../values/Scalar';
import type { Arrangement } from './Arrangement';
import { CellIndex } from './CellIndex';
import type { NodeValues } from './NodeValues';

/** The cells of one workbook where its snapshot has them, with the values of a calculation. */
export class SnapshotArrangement implements Arrangement {
  readonly dateSystem: 1900 | 1904;
  readonly sheetNames: readonly string[];
  readonly indexes: readonly CellIndex[];

  /** Is told what is read, while it is set. */
  trace: ((sheet: number, range: CellRange) => void) | null = null;

  constructor(
    readonly snapshot: Snapshot,
    readonly nodes: NodeValues,
    /** By sheet, the node of each cell by its position. */
    readonly nodeOf: readonly Int32Array[],
  ) {
    this.dateSystem = snapshot.dateSystem;
    this.sheetNames = snapshot.sheets.map(({ name }) => name);
    this.indexes = snapshot.sheets.map(({ cells }) => new CellIndex(cells));
  }

  version(): number | null {
    // What is remembered would not be told.
    return this.trace === null ? this.nodes.generation : null;
  }

  value(sheet: number, row: number, column: number): Scalar {
    this.trace?.(sheet, { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column });
    const at = this.indexes[sheet]!.find(row, column);
    return at < 0 ? null : this.nodes.read(this.nodeOf[sheet]![at]!);
  }

  forEachIn(
    sheet: number,
    firstRow: number,
    firstColumn: number,
    lastRow: number,
    lastColumn: number,
    visit: (value: Scalar) => void,
  ): void {
    this.trace?.(sheet, { firstRow, firstColumn, lastRow, lastColumn });
    const nodes = this.nodeOf[sheet]!;
    this.indexes[sheet]!.some(firstRow, firstColumn, lastRow, lastColumn, (at) => {
      const value = this.nodes.read(nodes[at]!);
      if (value !== null) visit(value);
    });
  }

  lastRow(sheet: number): number {
    return this.indexes[sheet]!.lastRow;
  }

  lastColumn(sheet: number): number {
    return this.indexes[sheet]!.lastColumn;
  }

  formula(sheet: number, row: number, column: number): string | null {
    const at = this.indexes[sheet]!.find(row, column);
    const id = at < 0 ? -1 : this.snapshot.sheets[sheet]!.cells.formula[at]!;
    return id < 0 ? null : toA1(this.snapshot.formulas[id]!, row, column);
  }

  format(sheet: number, row: number, column: number): string {
    const at = this.indexes[sheet]!.find(row, column);
    return at < 0 ? 'General' : this.snapshot.formats[this.snapshot.sheets[sheet]!.cells.format[at]!]!;
  }

  isRowHidden(sheet: number, row: number): boolean {
    return this.snapshot.sheets[sheet]!.hiddenRows.some(({ first, last }) => row >= first && row <= last);
  }

  spill(sheet: number, row: number, column: number): { readonly rows: number; readonly columns: number } | null {
    const at = this.indexes[sheet]!.find(row, column);
    const array = at < 0 ? undefined : this.nodes.arrays.get(this.nodeOf[sheet]![at]!);
    if (array) return array;
    const stored = this.snapshot.sheets[sheet]!.arrays.find(({ range }) => range.firstRow === row && range.firstColumn === column)?.range;
    return stored ? { rows: stored.lastRow - stored.firstRow + 1, columns: stored.lastColumn - stored.firstColumn + 1 } : null;
  }
}
