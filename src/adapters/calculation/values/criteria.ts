import { isCellError } from '../../../core/workbook/CellValue';
import { currentDateSystem } from '../model/formulaContext';
import { Unknowable } from '../model/interruptions';
import { compareScalars } from './compareScalars';
import { parseNumber } from './parseNumber';
import type { Scalar } from './Scalar';
import { compileWildcards, hasWildcards } from './wildcards';

/** Which cells a condition of SUMIF and its kin means. */
export interface Criterion {
  (value: Scalar): boolean;
  /** The number, or the text in any case, that it wants and nothing else; a number may also be said by a text. */
  readonly equals?: number | string;
}

type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** Those of the last texts, which are mostly the same few. */
const known = { 1900: new Map<string, Criterion>(), 1904: new Map<string, Criterion>() };
const MOST_KNOWN = 1_000;

/** The condition that a value says: `5`, `">=100"`, `"EMEA*"`, `"<>"`; nothing says 0. */
export function compileCriterion(condition: Scalar): Criterion {
  if (typeof condition !== 'string') return isEqual(condition ?? 0);
  // A condition that says a date is another number in each.
  const compiled = known[currentDateSystem()];
  let criterion = compiled.get(condition);
  if (criterion === undefined) {
    if (compiled.size >= MOST_KNOWN) compiled.clear();
    compiled.set(condition, (criterion = compileText(condition)));
  }
  return criterion;
}

function compileText(condition: string): Criterion {
  const [, sign = '', operand = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(condition)!;
  if (operand === '' && sign === '') return (value) => value === null || value === '';
  if (operand === '' && sign === '=') return (value) => value === null;
  if (operand === '' && sign === '<>') return (value) => value !== null;
  // Nothing is larger or smaller than nothing.
  if (operand === '') return () => false;
  const wanted = operandOf(operand);
  if (sign === '' || sign === '=') return isEqual(wanted);
  if (sign === '<>') {
    // A text that says the number is not the number here, although it is as good where equality is asked for.
    if (typeof wanted === 'number') return (value) => value !== wanted;
    const equal = isEqual(wanted);
    return (value) => !equal(value);
  }
  return isBeside(sign as Operator, wanted);
}

/** What the text behind the operator says: a number, a truth value, an error or a text. */
function operandOf(text: string): Exclude<Scalar, null> {
  const number = numberIn(text);
  if (number !== null) return number;
  const capitals = text.toUpperCase();
  if (capitals === 'TRUE' || capitals === 'FALSE') return capitals === 'TRUE';
  return /^#(?:N\/A|[A-Z0-9_/]+[!?])$/.test(capitals) ? { error: capitals } : text;
}

/** The number that a text says; none where that depends on the day on which it is read, as in `May 5`: such texts are compared as texts. */
function numberIn(text: string): number | null {
  if (!/\d/.test(text)) return null;
  try {
    return parseNumber(text);
  } catch (reason) {
    if (reason instanceof Unknowable) return null;
    throw reason;
  }
}

function isEqual(wanted: Exclude<Scalar, null>): Criterion {
  if (typeof wanted === 'number')
    // A text that says the number is as good as the number.
    return Object.assign((value: Scalar) => value === wanted || (typeof value === 'string' && numberIn(value) === wanted), {
      equals: wanted,
    });
  if (typeof wanted === 'boolean') return (value) => value === wanted;
  if (isCellError(wanted)) return (value) => isCellError(value) && value.error === wanted.error;
  if (hasWildcards(wanted)) {
    const matches = compileWildcards(wanted);
    return (value) => typeof value === 'string' && matches(value);
  }
  const small = wanted.toLowerCase();
  const holds = (value: Scalar): boolean =>
    typeof value === 'string' && value.length === wanted.length && (value === wanted || value.toLowerCase() === small);
  return Object.assign(holds, { equals: wanted });
}

function isBeside(sign: Operator, wanted: Exclude<Scalar, null>): Criterion {
  if (isCellError(wanted)) return () => false;
  const kind = typeof wanted;
  const holds = (order: number): boolean => (sign === '<' ? order < 0 : sign === '>' ? order > 0 : sign === '<=' ? order <= 0 : order >= 0);
  return (value) => typeof value === kind && holds(compareScalars(value, wanted));
}
