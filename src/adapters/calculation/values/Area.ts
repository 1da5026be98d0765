import type { Scalar } from './Scalar';
import { spendWork } from '../model/formulaContext';
import type { Arrangement } from '../model/Arrangement';

/** A rectangle of cells of one sheet, as one arrangement of the workbook has them; corners counted from 1, both inside. */
export class Area {
  constructor(
    readonly arrangement: Arrangement,
    readonly sheet: number,
    readonly firstRow: number,
    readonly firstColumn: number,
    readonly lastRow: number,
    readonly lastColumn: number,
  ) {}

  get rows(): number {
    return this.lastRow - this.firstRow + 1;
  }

  get columns(): number {
    return this.lastColumn - this.firstColumn + 1;
  }

  /** The value of the cell at a row and column counted from 0; blank for what lies outside the rectangle too, as SUMIF reads it. */
  at(row: number, column: number): Scalar {
    return this.arrangement.value(this.sheet, this.firstRow + row, this.firstColumn + column);
  }

  /** Visits the values of all cells that are not blank, row after row. */
  forEach(visit: (value: Scalar) => void): void {
    let visited = 1;
    this.arrangement.forEachIn(this.sheet, this.firstRow, this.firstColumn, this.lastRow, this.lastColumn, (value) => {
      visited++;
      visit(value);
    });
    spendWork(visited);
  }

  /** The part given by rows and columns counted from 0, clipped to nothing. */
  part(row: number, column: number, rows: number, columns: number): Area {
    const firstRow = this.firstRow + row;
    const firstColumn = this.firstColumn + column;
    return new Area(this.arrangement, this.sheet, firstRow, firstColumn, firstRow + rows - 1, firstColumn + columns - 1);
  }

  /** This area without the rows and columns behind the last cell of the sheet that holds anything; at least its first cell. */
  get used(): Area {
    const lastRow = Math.max(this.firstRow, Math.min(this.lastRow, this.arrangement.lastRow(this.sheet)));
    const lastColumn = Math.max(this.firstColumn, Math.min(this.lastColumn, this.arrangement.lastColumn(this.sheet)));
    if (lastRow === this.lastRow && lastColumn === this.lastColumn) return this;
    return new Area(this.arrangement, this.sheet, this.firstRow, this.firstColumn, lastRow, lastColumn);
  }
}

/** Several rectangles where one argument stands: a union, `(A1:A3,C1)`, or the same cells of several sheets, `Jan:Mar!B2`. */
export class AreaList {
  constructor(readonly areas: readonly Area[]) {}
}
