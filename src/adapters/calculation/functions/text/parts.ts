import { ERRORS } from '../../values/errors';
import { optional, scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { limited } from './limited';

/**
 * Parts of texts: LEFT, RIGHT, MID, LEN, REPLACE. Those that count bytes count characters unless Excel is set up for Chinese, Japanese or
 * Korean.
 */
export const parts: readonly FunctionDefinition[] = ['', 'B'].flatMap((bytes) => [
  scalarFunction(`LEN${bytes}`, [text], (value) => value.length),
  scalarFunction(`LEFT${bytes}`, [text, optional(whole, 1)], (value, count) => (count < 0 ? ERRORS.value : value.slice(0, count))),
  scalarFunction(`RIGHT${bytes}`, [text, optional(whole, 1)], (value, count) =>
    count < 0 ? ERRORS.value : value.slice(Math.max(0, value.length - count)),
  ),
  scalarFunction(`MID${bytes}`, [text, whole, whole], (value, start, count) =>
    start < 1 || count < 0 ? ERRORS.value : value.slice(start - 1, start - 1 + count),
  ),
  scalarFunction(`REPLACE${bytes}`, [text, whole, whole, text], (value, start, count, replacement) =>
    start < 1 || count < 0 ? ERRORS.value : limited(value.slice(0, start - 1) + replacement + value.slice(start - 1 + count)),
  ),
]);
