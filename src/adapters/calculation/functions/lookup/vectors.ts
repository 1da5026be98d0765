import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Area, AreaList } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import { Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import { Lambda, type Grid, type Value } from '../../values/Value';

/** Values in a line: a column or a row. */
export interface Vector {
  /** How many values there are without the blank cells behind all that is used. */
  readonly length: number;
  /** How many there are with these. */
  readonly whole: number;
  /** The cells that they are; null when they are none. */
  readonly cells: Area | null;
  at(index: number): Scalar;
}

/** An argument as rows and columns, one value as the only one of them; the error that it is, or that it is none of these. */
export function gridOf(value: Value | undefined): Grid | CellError {
  if (value instanceof Area || value instanceof Matrix) return value;
  if (value === undefined || value instanceof AreaList || value instanceof Lambda) return ERRORS.value;
  return isCellError(value) ? value : new Matrix(1, 1, [value]);
}

/** True for rows and columns, false for the error that stands in their place. */
export function isGridOrError(value: Grid | CellError): value is Grid {
  return value instanceof Area || value instanceof Matrix;
}

/** A column of a grid, counted from 0. */
export function columnOf(grid: Grid, column: number): Vector {
  const length = grid instanceof Area ? grid.used.rows : grid.rows;
  const cells = grid instanceof Area ? grid.part(0, column, length, 1) : null;
  return { length, whole: grid.rows, cells, at: (index) => grid.at(index, column) };
}

/** A row of a grid, counted from 0. */
export function rowOf(grid: Grid, row: number): Vector {
  const length = grid instanceof Area ? grid.used.columns : grid.columns;
  const cells = grid instanceof Area ? grid.part(row, 0, 1, length) : null;
  return { length, whole: grid.columns, cells, at: (index) => grid.at(row, index) };
}

/** A grid of one row or one column as a line; null when it has several of both. */
export function lineOf(grid: Grid): Vector | null {
  if (grid.columns === 1) return columnOf(grid, 0);
  return grid.rows === 1 ? rowOf(grid, 0) : null;
}

/** Rows or columns of a grid, both counted from 0; of cells these are cells. */
export function partOf(grid: Grid, row: number, column: number, rows: number, columns: number): Grid {
  if (grid instanceof Area) return grid.part(row, column, rows, columns);
  return Matrix.from(rows, columns, (r, c) => grid.at(row + r, column + c));
}

/** Part of a grid; one value of it when it is one value of an array. */
export function pieceOf(grid: Grid, row: number, column: number, rows: number, columns: number): Value {
  if (grid instanceof Matrix && rows === 1 && columns === 1) return grid.at(row, column);
  return partOf(grid, row, column, rows, columns);
}
