/** Where a formula names another sheet directly before a reference: `start` to `end` covers it, the `!` included. */
export interface SheetPrefix {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads what begins at `start` (a letter, digit, `$`, `\`, or `_`, never inside a string, quoted sheet name,
 * bracket or error value) and returns where it ends, or `start` to leave it to the walk.
 */
export type ReadWord = (start: number, prefix: SheetPrefix | null) => number;

const QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const APOSTROPHE = 39;
const BANG = 33;
const DOT = 46;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** True for what names and functions are made of: letters (any alphabet), digits, `_`, `.`, `\` and `?`. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === DOT ||
    code === 92 ||
    code === 63 ||
    code >= 128
  );
}

/** Where the word that begins at `start` ends; the dot of `A1.:.B9` is no part of it. */
export function wordEnd(formula: string, start: number): number {
  let at = start;
  for (;;) {
    const code = formula.charCodeAt(at);
    if (!isWordCode(code) || (code === DOT && formula.charCodeAt(at + 1) === COLON)) return at;
    at++;
  }
}

/**
 * Calls `readWord` at every place of a formula where a reference may begin, in order. Works on A1 and relative
 * text alike; text that is no proper formula is walked as far as it goes and never throws.
 */
export function walkFormula(formula: string, readWord: ReadWord): void {
  const length = formula.length;
  let at = 0;
  /** Where the sheet name that ends at `at` began, looking back over `[1]` and `First:Last`; -1 for none. */
  let wordStart = -1;
  let prefix: SheetPrefix | null = null;
  while (at < length) {
    const code = formula.charCodeAt(at);
    if (code === QUOTE) {
      at = skipQuoted(formula, at, QUOTE);
    } else if (code === APOSTROPHE) {
      const end = skipQuoted(formula, at, APOSTROPHE);
      if (formula.charCodeAt(end) === BANG) {
        prefix = { start: at, end: end + 1 };
        at = end + 1;
        continue;
      }
      at = end;
    } else if (code === OPEN_BRACKET) {
      wordStart = at;
      at = skipBrackets(formula, at);
      if (formula.charCodeAt(at) === BANG) {
        prefix = { start: wordStart, end: ++at };
        wordStart = -1;
        continue;
      }
      if (isWordCode(formula.charCodeAt(at))) continue;
    } else if (code === HASH) {
      const end = skipError(formula, at);
      // A reference right behind #REF! belongs to a sheet that is gone.
      prefix = formula.charCodeAt(end - 1) === BANG ? { start: at, end } : null;
      at = end;
      if (prefix !== null) continue;
    } else if (code === DOLLAR || (isWordCode(code) && code !== DOT)) {
      const behindBracket = wordStart >= 0 && formula.charCodeAt(at - 1) === CLOSE_BRACKET;
      const behindColon = wordStart >= 0 && formula.charCodeAt(at - 1) === COLON;
      const read = behindBracket ? at : readWord(at, prefix);
      if (read > at) {
        at = read;
      } else {
        const start = behindBracket || behindColon ? wordStart : at;
        at = code === DOLLAR ? at + 1 : Math.max(wordEnd(formula, at), at + 1);
        const next = formula.charCodeAt(at);
        if (next === BANG) {
          prefix = { start, end: ++at };
          wordStart = -1;
          continue;
        }
        wordStart = start;
        prefix = null;
        if (next === COLON) at++;
        if (next === COLON || next === OPEN_BRACKET) {
          if (next === OPEN_BRACKET) at = skipBrackets(formula, at);
          continue;
        }
      }
    } else {
      at++;
    }
    prefix = null;
    wordStart = -1;
  }
}

function skipQuoted(formula: string, start: number, quote: number): number {
  let at = start + 1;
  for (;;) {
    const end = formula.indexOf(quote === QUOTE ? '"' : "'", at);
    if (end < 0) return formula.length;
    if (formula.charCodeAt(end + 1) !== quote) return end + 1;
    at = end + 2;
  }
}

/** Where the bracket that opens at `start` is closed: brackets nest, and inside them an apostrophe takes the meaning from what follows. */
export function skipBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const code = formula.charCodeAt(at);
    if (code === APOSTROPHE) at++;
    else if (code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACKET && --depth === 0) return at + 1;
  }
  return formula.length;
}

/** Skips `#REF!`, `#N/A`, `#DIV/0!`, `#NAME?`; only the sign itself when it is the spill operator of `A1#`. */
function skipError(formula: string, start: number): number {
  let at = start + 1;
  const first = formula.charCodeAt(at) & 95;
  if (first < 65 || first > 90) return at;
  for (; at < formula.length; at++) {
    const code = formula.charCodeAt(at);
    if (code === BANG || code === 63) return at + 1;
    if (code !== 47 && (code === DOT || !isWordCode(code))) break;
  }
  return at;
}
