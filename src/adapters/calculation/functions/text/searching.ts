import { CalculationLimit } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { optional, scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { inSmallLetters, limited } from './limited';

/** How many letters may be looked at for a pattern with `?` in it. */
const MOST_STEPS = 20_000_000;

/** Looking for one text in another: FIND, SEARCH, SUBSTITUTE and EXACT. */
export const searching: readonly FunctionDefinition[] = [
  ...['FIND', 'FINDB'].map((name) =>
    scalarFunction(name, [text, text, optional(whole, 1)], (sought, within, start) => {
      if (start < 1 || start > Math.max(1, within.length)) return ERRORS.value;
      const at = within.indexOf(sought, start - 1);
      return at < 0 ? ERRORS.value : at + 1;
    }),
  ),
  ...['SEARCH', 'SEARCHB'].map((name) =>
    scalarFunction(name, [text, text, optional(whole, 1)], (sought, within, start) => {
      if (start < 1 || start > Math.max(1, within.length)) return ERRORS.value;
      const at = findPattern(inSmallLetters(sought), inSmallLetters(within), start - 1);
      return at < 0 ? ERRORS.value : at + 1;
    }),
  ),
  scalarFunction('SUBSTITUTE', [text, text, text, optional(whole, Infinity)], (value, old, replacement, instance) => {
    if (instance < 1) return ERRORS.value;
    if (old === '') return value;
    const pieces = value.split(old);
    if (instance === Infinity)
      return value.length + (pieces.length - 1) * (replacement.length - old.length) > 1e6
        ? ERRORS.value
        : limited(pieces.join(replacement));
    if (instance >= pieces.length) return value;
    return limited(pieces.slice(0, instance).join(old) + replacement + pieces.slice(instance).join(old));
  }),
  scalarFunction('EXACT', [text, text], (a, b) => a === b),
];

/**
 * Where a pattern with `?`, `*` and `~` first fits, from a place on; -1 where it does not. Where its beginning fits first decides: what
 * follows a `*` is not found further on when it is not found from there.
 */
function findPattern(pattern: string, within: string, from: number): number {
  const segments = segmentsOf(pattern);
  let first = -1;
  let at = from;
  for (const [k, segment] of segments.entries()) {
    at = findSegment(segment, within, at);
    if (at < 0) return -1;
    if (k === 0) first = at;
    at += segment.length;
  }
  return first;
}

/** The parts of a pattern between its `*`, letter by letter; null for any letter. Behind `~` a letter is itself, and alone it is nothing. */
function segmentsOf(pattern: string): readonly (readonly (string | null)[])[] {
  const segments: (string | null)[][] = [[]];
  for (let k = 0; k < pattern.length; k++) {
    const letter = pattern[k]!;
    const current = segments[segments.length - 1]!;
    if (letter === '~') current.push(...pattern.slice(++k, k + 1));
    else if (letter === '*') segments.push([]);
    else current.push(letter === '?' ? null : letter);
  }
  return segments;
}

function findSegment(segment: readonly (string | null)[], within: string, from: number): number {
  if (!segment.includes(null)) return within.indexOf(segment.join(''), from);
  if (segment.length * within.length > MOST_STEPS) throw new CalculationLimit('SEARCH in so long a text');
  for (let at = from; at + segment.length <= within.length; at++)
    if (segment.every((letter, k) => letter === null || letter === within[at + k])) return at;
  return -1;
}
