import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { toBoolean } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import type { Value } from '../../values/Value';
import { rangeFunction, scalarFunction, truth } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitValues } from '../numbersOf';

/** TRUE, FALSE, NOT, AND, OR and XOR. */
export const truths: readonly FunctionDefinition[] = [
  rangeFunction('TRUE', [0, 0], () => true),
  rangeFunction('FALSE', [0, 0], () => false),
  scalarFunction('NOT', [truth], (value) => !value),
  rangeFunction('AND', [1, 255], (args) => judge(args, (trues, count) => trues === count)),
  rangeFunction('OR', [1, 255], (args) => judge(args, (trues) => trues > 0)),
  rangeFunction('XOR', [1, 255], (args) => judge(args, (trues) => trues % 2 === 1)),
];

/** Judges by how many of the truth values among the arguments are true; texts in cells do not count. */
function judge(args: readonly (Value | undefined)[], holds: (trues: number, count: number) => boolean): Value {
  let trues = 0;
  let count = 0;
  let error: CellError | null = null;
  visitValues(args, (value, isCell) => {
    if (value === '' || (isCell && typeof value === 'string')) return;
    const truth = toBoolean(value);
    if (isCellError(truth as Value as never)) error ??= truth as CellError;
    else {
      count++;
      if (truth === true) trues++;
    }
  });
  return error ?? (count === 0 ? ERRORS.value : holds(trues, count));
}
