import type { CellValue } from '../../../core/workbook/CellValue';

/** One value: nothing, a number, a text, a truth value or an error. As an argument, nothing is one that was left empty: `IF(A1,,2)`. */
export type Scalar = CellValue;
