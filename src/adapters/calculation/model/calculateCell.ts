import type { CellRange } from '../../../core/workbook/Address';
import { isCellError } from '../../../core/workbook/CellValue';
import type { Cell, CompiledFormula } from '../compile/Program';
import { narrow } from '../compile/narrow';
import { Area, AreaList } from '../values/Area';
import { ERRORS } from '../values/errors';
import { Matrix } from '../values/Matrix';
import type { Scalar } from '../values/Scalar';
import { Lambda, type Value } from '../values/Value';
import { CalculationLimit } from './interruptions';
import { beginFormula } from './formulaContext';

/** What a plain formula leaves in its cell: one value, and 0 where what it reads is blank. */
export function cellValue(program: CompiledFormula, cell: Cell): Scalar {
  return narrow(run(program, cell), cell) ?? 0;
}

/**
 * What an array formula leaves in the cells that it fills: an array as large as the range it was entered into, or, of one that spills,
 * as large as it is.
 */
export function arrayValue(program: CompiledFormula, cell: Cell, entered: CellRange | null): Matrix {
  const matrix = asMatrix(run(program, cell));
  if (entered === null) return matrix;
  const { rows, columns } = matrix;
  return Matrix.from(entered.lastRow - entered.firstRow + 1, entered.lastColumn - entered.firstColumn + 1, (row, column) => {
    const [r, c] = [rows === 1 ? 0 : row, columns === 1 ? 0 : column];
    return r < rows && c < columns ? matrix.at(r, c) : ERRORS.notAvailable;
  });
}

function run(program: CompiledFormula, cell: Cell): Value {
  beginFormula(cell.arrangement.dateSystem);
  try {
    return program.run(cell, []);
  } catch (reason) {
    if (reason instanceof RangeError) throw new CalculationLimit('calls within calls');
    throw reason;
  }
}

function asMatrix(value: Value): Matrix {
  if (value instanceof Matrix)
    return new Matrix(
      value.rows,
      value.columns,
      value.values.map((one) => one ?? 0),
    );
  if (value instanceof Area) {
    const { used } = value;
    return Matrix.from(used.rows, used.columns, (row, column) => used.at(row, column) ?? 0);
  }
  if (value instanceof AreaList) return new Matrix(1, 1, [ERRORS.value]);
  if (value instanceof Lambda) return new Matrix(1, 1, [ERRORS.calculation]);
  return new Matrix(1, 1, [isCellError(value) ? value : (value ?? 0)]);
}
