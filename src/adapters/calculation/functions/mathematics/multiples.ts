import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { toFifteenDigits } from '../../values/generalText';
import { number, optional, plainNumber, scalarFunction, toolPakFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

const one = optional(number, 1);

/** CEILING, FLOOR and their newer kin, EVEN, ODD, MOD and QUOTIENT. */
export const multiples: readonly FunctionDefinition[] = [
  scalarFunction('CEILING', [number, number], (value, multiple) => {
    if (value > 0 && multiple < 0) return ERRORS.number;
    return multiple === 0 ? 0 : isCountable(value, multiple) ? times(value, multiple, Math.ceil) : ERRORS.number;
  }),
  scalarFunction('FLOOR', [number, number], (value, multiple) => {
    if (value > 0 && multiple < 0) return ERRORS.number;
    if (multiple === 0) return value === 0 ? 0 : ERRORS.divide;
    return times(value, multiple, Math.floor);
  }),
  scalarFunction('CEILING.MATH', [number, one, optional(number, 0)], (value, multiple, mode) =>
    multiple === 0 || isCountable(value, multiple)
      ? toMultiple(value, multiple, value < 0 && mode !== 0 ? Math.floor : Math.ceil)
      : ERRORS.number,
  ),
  scalarFunction('FLOOR.MATH', [number, one, optional(number, 0)], (value, multiple, mode) =>
    toMultiple(value, multiple, value < 0 && mode !== 0 ? Math.ceil : Math.floor),
  ),
  ...['CEILING.PRECISE', 'ISO.CEILING'].map((name) =>
    scalarFunction(name, [number, one], (value, multiple) => toMultiple(value, multiple, Math.ceil)),
  ),
  scalarFunction('FLOOR.PRECISE', [number, one], (value, multiple) => toMultiple(value, multiple, Math.floor)),
  scalarFunction('EVEN', [number], (value) => Math.sign(value) * Math.ceil(toFifteenDigits(Math.abs(value)) / 2) * 2),
  scalarFunction('ODD', [number], (value) => {
    const size = toFifteenDigits(Math.abs(value));
    return (value < 0 ? -1 : 1) * (size <= 1 ? 1 : Math.ceil((size - 1) / 2) * 2 + 1);
  }),
  scalarFunction('MOD', [number, number], (value, divisor): number | CellError => {
    if (divisor === 0) return ERRORS.divide;
    const rest = value - divisor * Math.floor(value / divisor);
    // The rest has the divisor's sign and is smaller than it, whatever the last bits of the quotient say.
    return rest === divisor || Math.abs(rest) < Math.abs(value) * 1e-15 ? 0 : rest;
  }),
  toolPakFunction('QUOTIENT', [plainNumber, plainNumber], (value, divisor) =>
    divisor === 0 ? ERRORS.divide : Math.trunc(toFifteenDigits(value / divisor)),
  ),
];

/** Whether it can be counted how many times a multiple goes into a value; some functions refuse to round to less. */
function isCountable(value: number, multiple: number): boolean {
  return Number.isFinite(value / multiple);
}

/** A multiple of the size of a number, in whichever direction, next to a value. */
function toMultiple(value: number, multiple: number, round: (quotient: number) => number): number {
  return multiple === 0 ? 0 : times(value, Math.abs(multiple), round);
}

function times(value: number, multiple: number, round: (quotient: number) => number): number {
  const quotient = toFifteenDigits(value / multiple);
  return Number.isFinite(quotient) ? toFifteenDigits(round(quotient) * multiple) : value;
}
