import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { number, scalarFunction, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** The first whole number that these functions do not take, and how far they shift at most. */
const LIMIT = 2 ** 48;
const MOST_PLACES = 53;

/** BITAND, BITOR, BITXOR, BITLSHIFT and BITRSHIFT. */
export const bits: readonly FunctionDefinition[] = [
  combination('BITAND', (a, b) => a & b),
  combination('BITOR', (a, b) => a | b),
  combination('BITXOR', (a, b) => a ^ b),
  scalarFunction('BITLSHIFT', [number, whole], shift),
  scalarFunction('BITRSHIFT', [number, whole], (value, places) => shift(value, -places)),
];

function combination(name: string, combine: (a: bigint, b: bigint) => bigint): FunctionDefinition {
  return scalarFunction(name, [number, number], (a, b) =>
    isTaken(a) && isTaken(b) ? Number(combine(BigInt(a), BigInt(b))) : ERRORS.number,
  );
}

function shift(value: number, places: number): number | CellError {
  if (!isTaken(value) || Math.abs(places) > MOST_PLACES) return ERRORS.number;
  const result = Math.floor(value * 2 ** places);
  return result < LIMIT ? result : ERRORS.number;
}

function isTaken(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < LIMIT;
}
