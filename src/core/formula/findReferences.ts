import { MAX_COLUMN, MAX_ROW } from '../workbook/Address';
import { isWordCode, walkFormula, type SheetPrefix } from './walkFormula';

/** One corner of a reference; the axis that whole rows or columns do not name is 0. */
export interface ReferenceCorner {
  readonly row: number;
  readonly rowFixed: boolean;
  readonly column: number;
  readonly columnFixed: boolean;
}

/** A cell, a range, whole rows or whole columns that an A1 formula names. */
export interface FormulaReference {
  /** `cells` is a cell or a range; `rows` is `3:5`, `columns` is `G:H`. */
  readonly kind: 'cells' | 'rows' | 'columns';
  /** Where it stands in the text, without its sheet prefix. */
  readonly start: number;
  readonly end: number;
  /** The text that names its sheet, `Sheet1!`, `'My sheet'!`, `[1]Sheet!`; null when it is on the formula's own sheet. */
  readonly prefix: SheetPrefix | null;
  readonly first: ReferenceCorner;
  /** What stands between the corners: `:`, or `.:.` and its kin in a trimmed range; empty for one cell. */
  readonly join: string;
  /** The same object as `first` for one cell. */
  readonly last: ReferenceCorner;
}

const DOLLAR = 36;
const BANG = 33;
const OPEN_PARENTHESIS = 40;
const DOT = 46;
const COLON = 58;
const OPEN_BRACKET = 91;

/**
 * The references of an A1 formula (a leading `=` does no harm) in the order they stand. Strings, sheet names,
 * structured references, functions such as `LOG10(` and names such as `Tax2024x` hold none.
 */
export function findReferences(formula: string): FormulaReference[] {
  const found: FormulaReference[] = [];
  walkFormula(formula, (start, prefix) => {
    const reference = readReference(formula, start, prefix);
    if (reference === null) return start;
    found.push(reference);
    return reference.end;
  });
  return found;
}

/** Where the last corner that was read ended; a module variable because an object a corner costs a third of the speed. */
let cornerEnd = 0;

/** The reference that begins at `start`, as far as it goes; null when what begins there is none. */
export function readReference(formula: string, start: number, prefix: SheetPrefix | null): FormulaReference | null {
  const first = readCorner(formula, start);
  if (first === null) return null;
  const firstEnd = cornerEnd;
  const join = readJoin(formula, firstEnd);
  const last = join === '' ? null : readCorner(formula, firstEnd + join.length);
  const alike = last !== null && (first.row === 0) === (last.row === 0) && (first.column === 0) === (last.column === 0);
  if (alike && endsReference(formula, cornerEnd)) {
    const kind = first.row === 0 ? 'columns' : first.column === 0 ? 'rows' : 'cells';
    return { kind, start, end: cornerEnd, prefix, first, join, last };
  }
  if (first.row === 0 || first.column === 0 || !endsReference(formula, firstEnd)) return null;
  return { kind: 'cells', start, end: firstEnd, prefix, first, join: '', last: first };
}

function readCorner(formula: string, start: number): ReferenceCorner | null {
  let at = start;
  let code = formula.charCodeAt(at);
  const dollar = code === DOLLAR;
  if (dollar) code = formula.charCodeAt(++at);
  const letters = at;
  let column = 0;
  for (let letter = code & 95; letter >= 65 && letter <= 90 && code >= 65 && code <= 122; letter = code & 95) {
    if (at - letters === 3) return null;
    column = column * 26 + letter - 64;
    code = formula.charCodeAt(++at);
  }
  if (column > MAX_COLUMN) return null;
  const rowDollar = code === DOLLAR;
  // `$$5` and a lone `A$` are no references.
  if (rowDollar && column === 0) return null;
  if (rowDollar) code = formula.charCodeAt(++at);
  const digits = at;
  let row = 0;
  for (; code >= 48 && code <= 57; code = formula.charCodeAt(++at)) {
    if (at - digits === 7) return null;
    row = row * 10 + code - 48;
  }
  if (row > MAX_ROW || (row === 0 && (at > digits || rowDollar || column === 0))) return null;
  // A leading zero would be lost on the way back.
  if (formula.charCodeAt(digits) === 48) return null;
  cornerEnd = at;
  return { row, rowFixed: column === 0 ? dollar : rowDollar, column, columnFixed: column !== 0 && dollar };
}

function readJoin(formula: string, at: number): string {
  const code = formula.charCodeAt(at);
  if (code === COLON) return formula.charCodeAt(at + 1) === DOT ? ':.' : ':';
  if (code !== DOT || formula.charCodeAt(at + 1) !== COLON) return '';
  return formula.charCodeAt(at + 2) === DOT ? '.:.' : '.:';
}

function endsReference(formula: string, at: number): boolean {
  const code = formula.charCodeAt(at);
  if (code === OPEN_PARENTHESIS || code === BANG || code === OPEN_BRACKET || code === DOLLAR) return false;
  return !isWordCode(code) || (code === DOT && formula.charCodeAt(at + 1) === COLON);
}
