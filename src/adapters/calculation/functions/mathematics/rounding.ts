import { ERRORS } from '../../values/errors';
import { toFifteenDigits } from '../../values/generalText';
import { number, optional, plainNumber, scalarFunction, toolPakFunction, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

type Direction = 'nearest' | 'up' | 'down';

/** A number rounded to so many decimal places as Excel rounds: halves away from zero, seen at fifteen digits. */
function roundTo(value: number, places: number, direction: Direction = 'nearest'): number {
  if (value === 0 || places > 300) return value;
  const scale = Math.pow(10, Math.abs(places));
  const size = toFifteenDigits(places >= 0 ? Math.abs(value) * scale : Math.abs(value) / scale);
  // So large a number has no such places.
  if (!Number.isFinite(size) || (places >= 0 && size >= 1e15)) return value;
  const rounded = direction === 'up' ? Math.ceil(size) : direction === 'down' ? Math.floor(size) : Math.floor(size + 0.5);
  const result = places >= 0 ? Number(`${rounded}e${-places}`) : rounded * scale;
  return value < 0 ? -result : result;
}

/** ROUND and its kin. */
export const rounding: readonly FunctionDefinition[] = [
  scalarFunction('ROUND', [number, whole], (value, places) => roundTo(value, places)),
  scalarFunction('ROUNDUP', [number, whole], (value, places) => roundTo(value, places, 'up')),
  scalarFunction('ROUNDDOWN', [number, whole], (value, places) => roundTo(value, places, 'down')),
  scalarFunction('TRUNC', [number, optional(whole, 0)], (value, places) => roundTo(value, places, 'down')),
  scalarFunction('INT', [number], (value) => Math.floor(toFifteenDigits(value))),
  toolPakFunction('MROUND', [plainNumber, plainNumber], (value, multiple) => {
    if (multiple === 0) return 0;
    return value * multiple < 0 ? ERRORS.number : roundTo(value / multiple, 0) * multiple;
  }),
];
