/** An Excel error as a value: `{ error: '#N/A' }`. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds: nothing, a number (dates are serial numbers), a text, a truth value or an error. JSON-safe. */
export type CellValue = null | number | string | boolean | CellError;

/** True when the value is an Excel error. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** Whether two values are the same, digit for digit. */
export function isSameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (isCellError(a) && isCellError(b) && a.error === b.error);
}
