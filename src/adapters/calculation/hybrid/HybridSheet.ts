import { bandAt, commonPlace } from '../../../core/align/bands';
import type { Axis, SheetPair } from '../../../core/align/Correspondence';
import { PresentLines } from './PresentLines';
import type { UnionCells } from './UnionCells';

type Side = 'official' | 'local';

/** A rectangle, corners counted from 1, both inside. */
export interface Rectangle {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The cells of one sheet pair, numbered as in a workbook that has what both have and what the drivers that are on put in. */
export class HybridSheet {
  readonly rows: PresentLines;
  readonly columns: PresentLines;
  readonly #bands: ReadonlyMap<Axis, PresentLines>;
  /** True when every line is the same in both workbooks, so that numbers are never others. */
  readonly isPlain: boolean;

  constructor(
    readonly pair: SheetPair,
    readonly cells: UnionCells,
    /** The node of the first cell; the others follow in their order. */
    readonly firstNode: number,
  ) {
    this.rows = new PresentLines(pair.rows);
    this.columns = new PresentLines(pair.columns);
    this.#bands = new Map(pair.bands.map(({ axis }) => [axis, new PresentLines(axis)]));
    this.isPlain = pair.bands.length === 0 && this.rows.isPlain && this.columns.isPlain;
  }

  /** All lines that are numbered: rows, columns, and those of bands. */
  get lines(): readonly PresentLines[] {
    return [this.rows, this.columns, ...this.#bands.values()];
  }

  /** The columns that hold in a common row. */
  columnsAt(commonRow: number): PresentLines {
    const band = bandAt(this.pair, 'rows', commonRow);
    return band ? this.#bands.get(band.axis)! : this.columns;
  }

  /** The rows that hold in a common column. */
  rowsAt(commonColumn: number): PresentLines {
    const band = bandAt(this.pair, 'columns', commonColumn);
    return band ? this.#bands.get(band.axis)! : this.rows;
  }

  /** The node of a cell by row and column as numbered now; -1 when nothing is there. */
  node(row: number, column: number): number {
    let at: number;
    if (this.pair.bands.length === 0) at = this.cells.index.find(this.rows.commonOf(row), this.columns.commonOf(column));
    else {
      const common = this.#common(row, column);
      at = this.cells.index.find(common.row, common.column);
    }
    return at < 0 ? -1 : this.firstNode + at;
  }

  /** Visits the nodes of a rectangle as numbered now, row after row; true from `visit` ends it and is returned. */
  someNode(area: Rectangle, visit: (node: number) => boolean | void): boolean {
    const { index } = this.cells;
    const of = this.pair.bands[0]?.of;
    if (of === 'columns') return this.#someAcrossBands(area, visit);
    const lastRow = this.rows.numberOf(index.lastRow) || index.lastRow;
    for (let row = area.firstRow; row <= Math.min(area.lastRow, lastRow); row++) {
      const common = this.rows.commonOf(row);
      const columns = of === undefined ? this.columns : this.columnsAt(common);
      const first = columns.commonOf(area.firstColumn);
      const last = columns.commonOf(area.lastColumn);
      const found = index.some(common, first, common, last, (at) => {
        return columns.isThere(index.cells.column[at]!) && visit(this.firstNode + at) === true;
      });
      if (found) return true;
    }
    return false;
  }

  /** Where a cell of one workbook is numbered now. */
  place(side: Side, row: number, column: number): { readonly row: number; readonly column: number } {
    const common = commonPlace(this.pair, side, row, column);
    return { row: this.rowsAt(common.column).numberOf(common.row), column: this.columnsAt(common.row).numberOf(common.column) };
  }

  /** What a rectangle of one workbook is numbered as now; null when nothing of it is there. */
  area(side: Side, area: Rectangle): Rectangle | null {
    if (this.isPlain) return area;
    const { firstRow, firstColumn, lastRow, lastColumn } = area;
    const first = commonPlace(this.pair, side, firstRow, firstColumn);
    const rows = this.rowsAt(first.column).span(side, firstRow, lastRow);
    const columns = this.columnsAt(first.row).span(side, firstColumn, lastColumn);
    return rows && columns && { firstRow: rows.first, lastRow: rows.last, firstColumn: columns.first, lastColumn: columns.last };
  }

  /** A bit for each driver that puts lines of a rectangle, as numbered now, in or takes them out. */
  lineDrivers({ firstRow, firstColumn, lastRow, lastColumn }: Rectangle): number {
    const first = this.#common(firstRow, firstColumn);
    return this.rowsAt(first.column).driversBetween(firstRow, lastRow) | this.columnsAt(first.row).driversBetween(firstColumn, lastColumn);
  }

  /** No cell is numbered further down, in whatever band. */
  get mostRows(): number {
    return Math.max(...this.lines.map((lines) => lines.numberOf(this.cells.index.lastRow)), this.cells.index.lastRow);
  }

  get lastRow(): number {
    return this.rows.numberOf(this.cells.index.lastRow) || this.cells.index.lastRow;
  }

  get lastColumn(): number {
    return this.columns.numberOf(this.cells.index.lastColumn) || this.cells.index.lastColumn;
  }

  #common(row: number, column: number): { readonly row: number; readonly column: number } {
    if (this.pair.bands[0]?.of === 'columns') {
      const common = this.columns.commonOf(column);
      return { row: this.rowsAt(common).commonOf(row), column: common };
    }
    const common = this.rows.commonOf(row);
    return { row: common, column: this.columnsAt(common).commonOf(column) };
  }

  #someAcrossBands(area: Rectangle, visit: (node: number) => boolean | void): boolean {
    const lastColumn = Math.min(area.lastColumn, this.lastColumn);
    const lastRow = Math.min(area.lastRow, this.mostRows);
    for (let row = area.firstRow; row <= lastRow; row++) {
      for (let column = area.firstColumn; column <= lastColumn; column++) {
        const node = this.node(row, column);
        if (node >= 0 && visit(node) === true) return true;
      }
    }
    return false;
  }
}
