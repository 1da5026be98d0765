import type { Scalar } from './Scalar';
import { MAX_COLUMN, MAX_ROW } from '../../../core/workbook/Address';
import { CalculationLimit } from '../model/interruptions';
import { spendWork } from '../model/formulaContext';

/** More values than any sane formula holds; what needs more is not calculated. */
const MOST_VALUES = 4_000_000;

/** An array of values, row after row; at least one row and one column. */
export class Matrix {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly values: readonly Scalar[],
  ) {}

  /** The array in which `at` says what stands where, rows and columns counted from 0. */
  static from(rows: number, columns: number, at: (row: number, column: number) => Scalar): Matrix {
    checkSize(rows, columns);
    const values: Scalar[] = [];
    for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) values.push(at(row, column));
    return new Matrix(rows, columns, values);
  }

  /** The value at a row and column counted from 0, both inside. */
  at(row: number, column: number): Scalar {
    return this.values[row * this.columns + column]!;
  }

  /** Visits all values, row after row. */
  forEach(visit: (value: Scalar) => void): void {
    for (const value of this.values) visit(value);
  }
}

/** Interrupts the calculation when an array of this size would be more than can be held, or than a sheet has room for. */
export function checkSize(rows: number, columns: number): void {
  if (rows * columns > MOST_VALUES || rows > MAX_ROW || columns > MAX_COLUMN)
    throw new CalculationLimit(`an array of ${rows} rows and ${columns} columns`);
  spendWork(rows * columns);
}
