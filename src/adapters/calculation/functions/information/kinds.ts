import { isCellError } from '../../../../core/workbook/CellValue';
import type { Scalar } from '../../values/Scalar';
import { anyOrError, scalarFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** What kind of value it is: ISNUMBER, ISTEXT, ISERROR and the others that look at one value. */
export const kinds: readonly FunctionDefinition[] = [
  test('ISBLANK', (value) => value === null),
  test('ISNUMBER', (value) => typeof value === 'number'),
  test('ISTEXT', (value) => typeof value === 'string'),
  test('ISNONTEXT', (value) => typeof value !== 'string'),
  test('ISLOGICAL', (value) => typeof value === 'boolean'),
  test('ISERROR', isCellError),
  test('ISERR', (value) => isCellError(value) && value.error !== '#N/A'),
  test('ISNA', (value) => isCellError(value) && value.error === '#N/A'),
];

function test(name: string, holds: (value: Scalar) => boolean): FunctionDefinition {
  return scalarFunction(name, [anyOrError], holds);
}
