import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { toNumber } from '../../values/coerce';
import type { Value } from '../../values/Value';
import { visitValues } from '../numbersOf';

/** The numbers of arguments as AVERAGEA takes them: of cells and arrays texts too, as 0, and truth values as 1 and 0. */
export function numbersWithTexts(args: readonly (Value | undefined)[]): number[] | CellError {
  const numbers: number[] = [];
  let error: CellError | null = null;
  visitValues(args, (value, isCell) => {
    const read = isCell && typeof value === 'string' ? 0 : toNumber(value);
    if (!isCellError(read)) numbers.push(read);
    else error ??= read;
  });
  return error ?? numbers;
}
