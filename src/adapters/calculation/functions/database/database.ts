import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import { isError } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { deviation, variance } from '../statistics/summaries';
import { recordsOf } from './records';

/** DSUM, DAVERAGE, DCOUNT, DCOUNTA, DGET, DMAX, DMIN, DPRODUCT, DSTDEV, DSTDEVP, DVAR and DVARP. */
export const database: readonly FunctionDefinition[] = [
  ofNumbers('DSUM', (numbers) => numbers.reduce((total, value) => total + value, 0)),
  ofNumbers('DAVERAGE', (numbers) =>
    numbers.length === 0 ? ERRORS.divide : numbers.reduce((total, value) => total + value, 0) / numbers.length,
  ),
  ofNumbers('DPRODUCT', (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, value) => product * value, 1))),
  ofNumbers('DMAX', (numbers) => numbers.reduce((most, value) => Math.max(most, value), numbers[0] ?? 0)),
  ofNumbers('DMIN', (numbers) => numbers.reduce((least, value) => Math.min(least, value), numbers[0] ?? 0)),
  ofNumbers('DSTDEV', (numbers) => deviation(numbers, true)),
  ofNumbers('DSTDEVP', (numbers) => deviation(numbers, false)),
  ofNumbers('DVAR', (numbers) => variance(numbers, true)),
  ofNumbers('DVARP', (numbers) => variance(numbers, false)),
  ofValues('DCOUNT', true, (values) => values.filter((value) => typeof value === 'number').length),
  ofValues('DCOUNTA', true, (values) => values.filter((value) => value !== null).length),
  ofValues('DGET', false, (values) => (values.length === 0 ? ERRORS.value : values.length > 1 ? ERRORS.number : (values[0] ?? 0))),
];

/** A function of the values in one column of the records; without a column, where that may be, each record is one number. */
function ofValues(name: string, fieldIsOptional: boolean, make: (values: readonly Scalar[]) => Scalar): FunctionDefinition {
  return rangeFunction(name, [3, 3], (args) => {
    const records = recordsOf(args, fieldIsOptional);
    if (isError(records as never)) return records as CellError;
    const { rows, column, database } = records as Exclude<typeof records, CellError>;
    return make(rows.map((row) => (column === null ? 1 : database.at(row, column))));
  });
}

function ofNumbers(name: string, make: (numbers: readonly number[]) => Scalar): FunctionDefinition {
  return ofValues(name, false, (values) => values.find(isCellError) ?? make(values.filter((value) => typeof value === 'number')));
}
