import { ERRORS } from '../../values/errors';
import { optional, scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** Parts of texts: LEFT, RIGHT, MID, LEN. */
export const parts: readonly FunctionDefinition[] = [
  scalarFunction('LEN', [text], (value) => value.length),
  scalarFunction('LEFT', [text, optional(whole, 1)], (value, count) => (count < 0 ? ERRORS.value : value.slice(0, count))),
  scalarFunction('RIGHT', [text, optional(whole, 1)], (value, count) =>
    count < 0 ? ERRORS.value : value.slice(Math.max(0, value.length - count)),
  ),
  scalarFunction('MID', [text, whole, whole], (value, start, count) =>
    start < 1 || count < 0 ? ERRORS.value : value.slice(start - 1, start - 1 + count),
  ),
];
