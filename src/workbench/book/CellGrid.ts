import type { CellRange } from '../../core/workbook/Address';
import { EMPTY_CELL, isBare, isBlank, type HostCell } from './HostCell';
import { movingCells, shiftCell, shiftLine, type LineShift } from './LineShift';

/** The cells of a sheet that somebody wrote to, by row, then column. */
export class CellGrid {
  #rows = new Map<number, Map<number, HostCell>>();
  #used: { readonly all: CellRange | null; readonly values: CellRange | null } | null = null;

  /** How many cells are kept. */
  get size(): number {
    let size = 0;
    for (const cells of this.#rows.values()) size += cells.size;
    return size;
  }

  get(row: number, column: number): HostCell {
    return this.#rows.get(row)?.get(column) ?? EMPTY_CELL;
  }

  set(row: number, column: number, cell: HostCell): void {
    this.#used = null;
    let cells = this.#rows.get(row);
    if (!cells) this.#rows.set(row, (cells = new Map()));
    // A touched cell stays although it is bare: the file may still hold what was there.
    if (isBare(cell) && cell.touched === 'no') cells.delete(column);
    else cells.set(column, cell);
  }

  /** Visits every kept cell, rows and columns in no particular order. */
  forEach(visit: (row: number, column: number, cell: HostCell) => void): void {
    for (const [row, cells] of this.#rows) for (const [column, cell] of cells) visit(row, column, cell);
  }

  /** Visits the kept cells of a range, in no particular order. */
  forEachIn(range: CellRange, visit: (row: number, column: number, cell: HostCell) => void): void {
    const visitRow = (row: number, cells: Map<number, HostCell>) => {
      for (const [column, cell] of cells) if (column >= range.firstColumn && column <= range.lastColumn) visit(row, column, cell);
    };
    if (range.lastRow - range.firstRow > this.#rows.size) {
      for (const [row, cells] of this.#rows) if (row >= range.firstRow && row <= range.lastRow) visitRow(row, cells);
      return;
    }
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      const cells = this.#rows.get(row);
      if (cells) visitRow(row, cells);
    }
  }

  /** The smallest range around all cells that are not bare, or that hold something; null for an empty sheet. */
  usedRange(valuesOnly = false): CellRange | null {
    this.#used ??= { all: this.#bounds(isBare), values: this.#bounds(isBlank) };
    return valuesOnly ? this.#used.values : this.#used.all;
  }

  /** Carries the cells through inserted or deleted lines, or cells. */
  shift(shift: LineShift): void {
    this.#used = null;
    if (shift.across) return this.#shiftSome(shift);
    this.#rows =
      shift.axis === 'row' ? shiftKeys(this.#rows, shift) : new Map([...this.#rows].map(([row, cells]) => [row, shiftKeys(cells, shift)]));
  }

  #shiftSome(shift: LineShift): void {
    const held: { row: number; column: number; cell: HostCell }[] = [];
    this.forEachIn(movingCells(shift), (row, column, cell) => void held.push({ row, column, cell }));
    for (const { row, column } of held) this.#rows.get(row)?.delete(column);
    for (const one of held) {
      const moved = shiftCell(one, shift);
      if (moved) this.set(moved.row, moved.column, moved.cell);
    }
  }

  #bounds(leaveOut: (cell: HostCell) => boolean): CellRange | null {
    let range: { firstRow: number; firstColumn: number; lastRow: number; lastColumn: number } | null = null;
    for (const [row, cells] of this.#rows) {
      for (const [column, cell] of cells) {
        if (leaveOut(cell)) continue;
        range ??= { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
        if (row < range.firstRow) range.firstRow = row;
        if (row > range.lastRow) range.lastRow = row;
        if (column < range.firstColumn) range.firstColumn = column;
        if (column > range.lastColumn) range.lastColumn = column;
      }
    }
    return range;
  }
}

function shiftKeys<T>(lines: ReadonlyMap<number, T>, shift: LineShift): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [line, content] of lines) {
    const target = shiftLine(line, shift);
    if (target !== null) moved.set(target, content);
  }
  return moved;
}
