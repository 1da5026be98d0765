import { columnName, MAX_COLUMN, MAX_ROW } from '../workbook/Address';
import { isWordCode, walkFormula, wordEnd } from './walkFormula';

const BACKSLASH = 92;
const OPEN_PARENTHESIS = 40;
const BANG = 33;
const DOT = 46;
const COLON = 58;
const ROW = 'R';
const COLUMN = 'C';

/** `R` or `C` with nothing, a fixed index or an offset behind it. */
const PART = /([RC])(?:\[(-?\d+)\]|(\d*))/y;
const JOIN = /\.?:\.?/y;
const ESCAPED = /^\\+(?:R\d*(?:C\d*)?|C\d*)$/i;

/**
 * The A1 text of a relative form (see `toRelative`) at a cell. A reference that would leave the sheet comes in again
 * at the other end, as Excel does it.
 */
export function toA1(relative: string, row: number, column: number): string {
  let formula = '';
  let done = 0;
  walkFormula(relative, (start) => {
    const code = relative.charCodeAt(start);
    if (code === BACKSLASH) {
      const end = wordEnd(relative, start);
      const next = relative.charCodeAt(end);
      if (next === OPEN_PARENTHESIS || next === BANG || !ESCAPED.test(relative.slice(start, end))) return start;
      formula += relative.slice(done, start);
      done = start + 1;
      return end;
    }
    if (code !== 82 && code !== 67) return start;
    const read = readRelative(relative, start, row, column);
    if (read === null) return start;
    formula += relative.slice(done, start) + read;
    return (done = readEnd);
  });
  return done === 0 ? relative : formula + relative.slice(done);
}

/** Where the last reference that was read ended. */
let readEnd = 0;

function readRelative(text: string, start: number, row: number, column: number): string | null {
  const first = readPart(text, start, row, column);
  if (first === null) return null;
  const axis = text[start];
  if (axis === ROW && text.charCodeAt(readEnd) === 67) {
    const second = readPart(text, readEnd, row, column);
    return second !== null && endsHere(text, readEnd) ? second + first : null;
  }
  JOIN.lastIndex = readEnd;
  const join = JOIN.exec(text)?.[0];
  if (join === undefined || text[readEnd + join.length] !== axis) return null;
  const last = readPart(text, readEnd + join.length, row, column);
  return last !== null && endsHere(text, readEnd) ? first + join + last : null;
}

function readPart(text: string, start: number, row: number, column: number): string | null {
  PART.lastIndex = start;
  const match = PART.exec(text);
  if (match === null) return null;
  readEnd = PART.lastIndex;
  const onRows = match[1] === ROW;
  const here = onRows ? row : column;
  const limit = onRows ? MAX_ROW : MAX_COLUMN;
  const fixed = match[3] !== undefined && match[3] !== '';
  const index = fixed ? Number(match[3]) : here + Number(match[2] ?? 0);
  const inside = ((((index - 1) % limit) + limit) % limit) + 1;
  const name = match[1] === COLUMN ? columnName(inside) : String(inside);
  return fixed ? `$${name}` : name;
}

function endsHere(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === OPEN_PARENTHESIS || code === BANG) return false;
  return !isWordCode(code) || (code === DOT && text.charCodeAt(at + 1) === COLON);
}
