import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Area, AreaList } from '../../values/Area';
import { errorNumber, ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import { Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import { Lambda, type Value } from '../../values/Value';
import { anyOrError, rangeFunction, scalarFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** N, T, NA, TYPE and ERROR.TYPE. */
export const numbersAndTypes: readonly FunctionDefinition[] = [
  rangeFunction('NA', [0, 0], () => ERRORS.notAvailable),
  rangeFunction('N', [1, 1], ([of]) => ofFirst(of, (value) => (typeof value === 'boolean' ? Number(value) : numberOrNothing(value)))),
  rangeFunction('T', [1, 1], ([of]) => ofFirst(of, (value) => (typeof value === 'string' ? value : ''))),
  rangeFunction('TYPE', [1, 1], ([of = null]) => {
    if (of instanceof Lambda) return 128;
    if (of instanceof Matrix || (of instanceof Area && (of.rows > 1 || of.columns > 1))) return 64;
    if (of instanceof AreaList) return 16;
    const value = of instanceof Area ? of.at(0, 0) : of;
    if (isCellError(value)) return 16;
    return typeof value === 'string' ? 2 : typeof value === 'boolean' ? 4 : 1;
  }),
  scalarFunction('ERROR.TYPE', [anyOrError], (value) =>
    isCellError(value) ? (errorNumber(value) ?? ERRORS.notAvailable) : ERRORS.notAvailable,
  ),
];

/** What is made of one value: of cells the first counts, of an array each. */
function ofFirst(of: Value | undefined, make: (value: Exclude<Scalar, CellError>) => Scalar): Value {
  const single = (value: Scalar): Scalar => (isCellError(value) ? value : make(value as Exclude<Scalar, CellError>));
  if (of instanceof Area) return single(of.at(0, 0));
  if (of instanceof AreaList) return single(of.areas[0]!.at(0, 0));
  return lift([of], ([value = null]) => single(value));
}

function numberOrNothing(value: Scalar): number {
  return typeof value === 'number' ? value : 0;
}
