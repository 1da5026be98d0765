import { CalculationLimit, Unknowable } from '../../model/interruptions';

/** How many steps matching may take at worst. */
const MOST_STEPS = 50_000_000;

/** One part of a pattern: an escaped character, a class, a group's beginning, its end, a quantifier, another character. */
const PART =
  /\\(?:[dDwWsSbBtnr]|[^A-Za-z0-9])|\[\^?(?:\\[dDwWsStnr]|\\[^A-Za-z0-9]|[^\\[\]])+\]|(\((?:\?:)?)|(\))|([*+?]|\{\d{1,4}(?:,\d{0,4})?\})(\?)?|[^\\[\](){}*+?]/uy;

/**
 * The pattern as JavaScript's, to be matched all over a text; null when Excel does not take it. Interrupts the calculation where the two
 * might not mean the same, and where matching might take too long: a quantifier around another one is not tried at all.
 */
export function boundedExpression(pattern: string, text: string, mode: number): RegExp | null {
  if (mode !== 0 && mode !== 1) return null;
  const unsure = (): never => {
    throw new Unknowable('doubt', `the pattern "${pattern}"`);
  };
  // Line ends, letters beyond English and their cases are where the two differ.
  if (/[^\t\x20-\x7e]/.test(text + pattern) || pattern === '') unsure();
  /** Of each group that is open, whether there are choices in it. */
  const groups: boolean[] = [];
  const choose = (): void => void (groups.length > 0 && (groups[groups.length - 1] = true));
  let quantifiers = 0;
  let isRepeatable = false;
  PART.lastIndex = 0;
  for (let at = 0; at < pattern.length; at = PART.lastIndex) {
    const [whole = '', opens, closes, quantifier] = PART.exec(pattern) ?? unsure();
    if (opens !== undefined) groups.push(false);
    else if (closes !== undefined) {
      if (groups.length === 0) unsure();
      isRepeatable = !groups.pop()!;
      if (!isRepeatable) choose();
      continue;
    } else if (quantifier !== undefined) {
      if (!isRepeatable) unsure();
      quantifiers++;
      choose();
    } else if (whole === '|') choose();
    isRepeatable = opens === undefined && quantifier === undefined && !/^(?:[|^$]|\\[bB])$/.test(whole);
  }
  if (groups.length > 0) unsure();
  if (Math.pow(text.length + 1, quantifiers + 1) * pattern.length > MOST_STEPS) throw new CalculationLimit(`the pattern "${pattern}"`);
  try {
    return new RegExp(pattern, mode === 1 ? 'gi' : 'g');
  } catch {
    return unsure();
  }
}
