import { parseStructRef, tokenize } from '@borgar/fx';
import { givesMany } from './givesMany';
import { scalarPlaces, type ScalarPlace } from './scalarOperands';

/** Whether a name, `Rate` or `Sheet1!Rate` as a formula says it, stands for one cell or one value. */
export type IsOneValue = (name: string) => boolean;

interface Token {
  readonly type: string;
  readonly value: string;
}

/**
 * The formula of a file as Excel with dynamic arrays shows it, and has to be given it: with `@` wherever one value is taken of what may
 * be several. Without the `@` such a formula would spill. No array formula may be given.
 */
export function markIntersections(formula: string, isOneValue: IsOneValue): string {
  const tokens = tokensOf(formula);
  const missing = new Set(intersections(tokens, isOneValue).flatMap(({ at, marked, matters }) => (matters && !marked ? [at] : [])));
  if (missing.size === 0) return formula;
  return tokens.map(({ value }, i) => (missing.has(i) ? `@${value}` : value)).join('');
}

/**
 * The formula a file has for what was entered in Excel with dynamic arrays: without every `@` that older formulas have unsaid. Null when
 * an `@` is missing which would matter, so that what was entered is a dynamic array.
 */
export function unmarkIntersections(formula: string, isOneValue: IsOneValue): string | null {
  const tokens = tokensOf(formula);
  const places = intersections(tokens, isOneValue);
  if (places.some(({ marked, matters }) => matters && !marked)) return null;
  const unsaid = new Set(places.flatMap(({ at, marked }) => (marked ? [at - 1] : [])));
  return unsaid.size === 0 ? formula : tokens.map(({ value }, i) => (unsaid.has(i) ? '' : value)).join('');
}

/** What a formula that was entered as a dynamic array fills its own and other cells with: references, names and calls as it says them. */
export function spilledOperands(formula: string, isOneValue: IsOneValue): readonly string[] {
  const tokens = tokensOf(formula);
  return intersections(tokens, isOneValue).flatMap(({ at, marked, matters, reachesResult }) =>
    matters && !marked && reachesResult ? [tokens[at]!.value] : [],
  );
}

/** The names of which a formula takes one value. */
export function intersectedNames(formula: string): readonly string[] {
  const tokens = tokensOf(formula);
  return scalarPlaces(tokens).flatMap(({ at }) => (tokens[at]!.type === 'range_named' ? [tokens[at]!.value] : []));
}

interface Intersection extends Pick<ScalarPlace, 'at' | 'reachesResult'> {
  /** `@` is there. */
  readonly marked: boolean;
  /** There may be more than one value. */
  readonly matters: boolean;
}

function tokensOf(formula: string): readonly Token[] {
  return tokenize(formula, { mergeRefs: true, withLocation: false });
}

function intersections(tokens: readonly Token[], isOneValue: IsOneValue): readonly Intersection[] {
  return scalarPlaces(tokens).flatMap(({ at, kind, reachesResult }) => {
    const before = tokens[at - 1]?.value;
    // A function of another workbook, `[1]!Rate()`: no `@` can stand between.
    if (before === '!') return [];
    const matters =
      kind === 'joined' ||
      (kind === 'call' ? givesMany(tokens[at]!.value, isOfOneCell(tokens, at, isOneValue)) : !isOne(tokens[at]!, isOneValue));
    return [{ at, marked: before === '@', matters, reachesResult }];
  });
}

function isOne({ type, value }: Token, isOneValue: IsOneValue): boolean {
  if (type === 'range_named') return isOneValue(value);
  if (type === 'structured') {
    const { columns = [], sections = [] } = parseStructRef(value) ?? {};
    return columns.length === 1 && sections.length === 1 && /^(?:this row|headers|totals)$/i.test(sections[0]!);
  }
  return type === 'range' && !value.slice(value.lastIndexOf('!') + 1).includes(':');
}

/** Whether a call is given nothing, or one cell. */
function isOfOneCell(tokens: readonly Token[], call: number, isOneValue: IsOneValue): boolean {
  const [first, second] = [tokens[call + 2], tokens[call + 3]];
  if (first?.value === ')') return true;
  return second?.value === ')' && isOne(first!, isOneValue);
}
