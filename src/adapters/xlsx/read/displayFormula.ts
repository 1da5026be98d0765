import { skipBrackets, walkFormula, wordEnd } from '../../../core/formula/walkFormula';

const TRIMMED: Readonly<Record<string, string>> = { _TRO_ALL: '.:.', _TRO_LEADING: '.:', _TRO_TRAILING: ':.' };

/** Prefixes that only files have: of functions newer than the format, of LAMBDA and LET names, of functions as values. */
const PREFIX = /^(?:_xl(?:fn|ws|pm|eta)\.)+/i;
const OPTIONAL = /^_xlop\./i;

const THIS_ROW = '[[#This Row],';

/**
 * A formula as Excel shows it, from how files store it: without `_xlfn.` and its kin, with `@` for `SINGLE()`, `#` for
 * `ANCHORARRAY()`, `.:.` for trimmed ranges, `[x]` for an optional LAMBDA parameter, `Sales[@Qty]` for a cell of the same
 * row, or `[@Qty]` in `ownTable`, the table that the formula stands in.
 */
export function displayFormula(stored: string, ownTable: string | null = null): string {
  // Some writers keep the equals sign.
  const formula = stored.charCodeAt(0) === 61 ? stored.slice(1) : stored;
  return /_xl|SINGLE|ANCHORARRAY|_TRO_|#This Row/i.test(formula) ? rewrite(formula, ownTable) : formula;
}

function rewrite(formula: string, ownTable: string | null): string {
  let shown = '';
  let done = 0;
  walkFormula(formula, (start) => {
    const end = wordEnd(formula, start);
    const word = formula.slice(start, end);
    if (formula[end] === '[') {
      const row = sameRow(formula, end);
      if (row === null) return start;
      shown += formula.slice(done, start) + (word.toLowerCase() === ownTable?.toLowerCase() ? '' : word) + row.text;
      return (done = row.end);
    }
    if (OPTIONAL.test(word)) {
      shown += `${formula.slice(done, start)}[${word.slice(6)}]`;
      return (done = end);
    }
    const bare = word.replace(PREFIX, '');
    const call = formula[end] === '(' ? operatorCall(formula, bare, end, ownTable) : null;
    if (call === null && bare === word) return start;
    shown += formula.slice(done, start) + (call?.text ?? bare);
    return (done = call?.end ?? end);
  });
  return shown + formula.slice(done);
}

/** `[@Qty]` for `[[#This Row],[Qty]]`, `[@[Unit price]]` where the name needs brackets; null for any other bracket. */
function sameRow(formula: string, open: number): { text: string; end: number } | null {
  const end = skipBrackets(formula, open);
  if (formula.slice(open, end).toLowerCase() === '[#this row]') return { text: '[@]', end };
  if (formula.slice(open, open + THIS_ROW.length).toLowerCase() !== THIS_ROW.toLowerCase()) return null;
  const columns = formula.slice(open + THIS_ROW.length, end - 1);
  const plain = /^\[([\p{L}\p{N}_]+)\]$/u.exec(columns);
  return { text: `[@${plain?.[1] ?? columns}]`, end };
}

/** The function calls that Excel shows as an operator; null for any other. */
function operatorCall(formula: string, name: string, open: number, ownTable: string | null): { text: string; end: number } | null {
  const join = TRIMMED[name];
  if (name !== 'SINGLE' && name !== 'ANCHORARRAY' && join === undefined) return null;
  const close = closingParenthesis(formula, open);
  if (close < 0) return null;
  const inner = rewrite(formula.slice(open + 1, close), ownTable);
  const end = close + 1;
  if (join !== undefined) {
    const colon = inner.lastIndexOf(':');
    return colon < 0 ? null : { text: inner.slice(0, colon) + join + inner.slice(colon + 1), end };
  }
  const operand = isOperand(inner) ? inner : `(${inner})`;
  return { text: name === 'SINGLE' ? `@${operand}` : `${operand}#`, end };
}

/** The position of the parenthesis that closes the one at `open`, or -1. */
function closingParenthesis(formula: string, open: number): number {
  let depth = 0;
  let close = -1;
  eachPlainCharacter(formula, open, (character, at) => {
    if (character === '(') depth++;
    else if (character === ')' && --depth === 0) close = at;
    return close < 0;
  });
  return close;
}

/** True for a reference, a name or one function call: what an operator can stand at without parentheses. */
function isOperand(formula: string): boolean {
  const call = /^[\w.\\]+\(/.exec(formula);
  if (call !== null) return closingParenthesis(formula, call[0].length - 1) === formula.length - 1;
  let plain = true;
  eachPlainCharacter(formula, 0, (character) => (plain = !/[-+*/^&=<>, (){}%]/.test(character)));
  return plain;
}

/** Visits the characters that are not inside strings, quoted sheet names and brackets until `visit` returns false. */
function eachPlainCharacter(formula: string, start: number, visit: (character: string, at: number) => boolean): void {
  const SKIPPED = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'[^]|\[(?:[^[\]']|'[^])*\])*\]|[^]/g;
  SKIPPED.lastIndex = start;
  for (let match = SKIPPED.exec(formula); match !== null; match = SKIPPED.exec(formula)) {
    if (match[0].length === 1 && !visit(match[0], match.index)) return;
  }
}
