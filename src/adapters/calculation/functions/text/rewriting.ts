import { ERRORS } from '../../values/errors';
import { scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { inCapitals, inSmallLetters, limited, LONGEST } from './limited';

/** Texts written otherwise: UPPER, LOWER, PROPER, TRIM, CLEAN, REPT and ENCODEURL. */
export const rewriting: readonly FunctionDefinition[] = [
  scalarFunction('UPPER', [text], inCapitals),
  scalarFunction('LOWER', [text], inSmallLetters),
  scalarFunction('PROPER', [text], (value) =>
    inSmallLetters(value).replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
      const [first = ''] = word;
      return inCapitals(first) + word.slice(first.length);
    }),
  ),
  scalarFunction('TRIM', [text], (value) => value.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  scalarFunction('CLEAN', [text], (value) => value.replace(/[\u0000-\u001f]/g, '')),
  scalarFunction('REPT', [text, whole], (value, times) => {
    if (times < 0 || value.length * times > LONGEST) return ERRORS.value;
    return value === '' ? '' : value.repeat(times);
  }),
  scalarFunction('ENCODEURL', [text], (value) => {
    // Half of a character that takes two.
    if (/\p{Surrogate}/u.test(value)) return ERRORS.value;
    return limited(encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`));
  }),
];
