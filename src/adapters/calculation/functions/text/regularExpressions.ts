import { CalculationLimit, Unknowable } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { Matrix } from '../../values/Matrix';
import type { Value } from '../../values/Value';
import { optional, scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { boundedExpression } from './boundedExpression';
import { limited } from './limited';

/** REGEXTEST, REGEXEXTRACT and REGEXREPLACE, for patterns that mean the same in JavaScript as in Excel's PCRE. */
export const regularExpressions: readonly FunctionDefinition[] = [
  scalarFunction('REGEXTEST', [text, text, optional(whole, 0)], (value, pattern, mode) => {
    const expression = boundedExpression(pattern, value, mode);
    return expression === null ? ERRORS.value : expression.test(value);
  }),
  scalarFunction('REGEXEXTRACT', [text, text, optional(whole, 0), optional(whole, 0)], (value, pattern, what, mode): Value => {
    const expression = boundedExpression(pattern, value, mode);
    if (expression === null || ![0, 1, 2].includes(what)) return ERRORS.value;
    const matches = [...value.matchAll(expression)];
    const [first] = matches;
    if (first === undefined) return ERRORS.notAvailable;
    if (what === 0) return first[0];
    if (what === 1)
      return new Matrix(
        1,
        matches.length,
        matches.map(([whole]) => whole),
      );
    const groups = first.slice(1).map((group) => (group as string | undefined) ?? '');
    if (groups.length === 0) throw new Unknowable('doubt', 'REGEXEXTRACT of groups without groups');
    return new Matrix(1, groups.length, groups);
  }),
  scalarFunction(
    'REGEXREPLACE',
    [text, text, text, optional(whole, 0), optional(whole, 0)],
    (value, pattern, replacement, occurrence, mode) => {
      const expression = boundedExpression(pattern, value, mode);
      if (expression === null) return ERRORS.value;
      const matches = [...value.matchAll(expression)];
      const chosen = occurrence === 0 ? matches : matches.slice(occurrence > 0 ? occurrence - 1 : occurrence).slice(0, 1);
      if (occurrence < 0 && -occurrence > matches.length) return value;
      if (matches.length * replacement.length > 10_000_000) throw new CalculationLimit('REGEXREPLACE of so many places');
      let [result, from] = ['', 0];
      for (const match of chosen) {
        result += value.slice(from, match.index) + filledIn(replacement, match);
        from = match.index + match[0].length;
      }
      return limited(result + value.slice(from));
    },
  ),
];

/** The replacement with `$1` and the like put in. */
function filledIn(replacement: string, match: RegExpMatchArray): string {
  if (replacement.includes('\\') || /\$(?!\d(?!\d))/.test(replacement)) throw new Unknowable('doubt', `the replacement "${replacement}"`);
  return replacement.replace(/\$(\d)/g, (_whole, digit: string) => {
    if (Number(digit) >= match.length) throw new Unknowable('doubt', `the replacement "${replacement}"`);
    return match[Number(digit)] ?? '';
  });
}
