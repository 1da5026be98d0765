import { ERRORS } from '../../values/errors';
import { scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** The characters 128 to 159 of Windows in Western Europe; where there is none the number itself is the character. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST = 128;

/** Characters and their numbers: CHAR, CODE, UNICHAR and UNICODE. */
export const characters: readonly FunctionDefinition[] = [
  scalarFunction('CHAR', [whole], (code) => {
    if (code < 1 || code > 255) return ERRORS.value;
    return WINDOWS_1252[code - FIRST] ?? String.fromCharCode(code);
  }),
  scalarFunction('CODE', [text], (value) => {
    if (value === '') return ERRORS.value;
    const at = WINDOWS_1252.indexOf(value[0]!);
    if (at >= 0) return FIRST + at;
    const code = value.charCodeAt(0);
    // What the code page does not have is a question mark in it.
    return code > 255 ? 63 : code;
  }),
  scalarFunction('UNICHAR', [whole], (code) => {
    if (code < 1 || code > 0x10ffff) return ERRORS.value;
    const isNone = (code >= 0xd800 && code <= 0xdfff) || (code & 0xfffe) === 0xfffe;
    return isNone ? ERRORS.notAvailable : String.fromCodePoint(code);
  }),
  scalarFunction('UNICODE', [text], (value) => value.codePointAt(0) ?? ERRORS.value),
];
