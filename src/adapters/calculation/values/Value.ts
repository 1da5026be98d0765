import type { CellError } from '../../../core/workbook/CellValue';
import { Area, type AreaList } from './Area';
import { Matrix } from './Matrix';
import type { Scalar } from './Scalar';

/** What an expression gives. An argument that was not given at all is `undefined`. */
export type Value = Scalar | Matrix | Area | AreaList | Lambda;

/** Several values in rows and columns: an array, or cells. */
export type Grid = Matrix | Area;

/** A function that a formula makes with LAMBDA. */
export class Lambda {
  constructor(
    /** How many parameters it has; those beyond the arguments given are omitted. */
    readonly parameters: number,
    readonly call: (args: readonly (Value | undefined)[]) => Value,
  ) {}
}

/** True for an array or a range of cells. */
export function isGrid(value: Value | undefined): value is Grid {
  return value instanceof Matrix || value instanceof Area;
}

/** True for an error, false for everything else that an expression can give. */
export function isError(value: Value | undefined): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}
