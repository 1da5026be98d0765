import { readReference, type FormulaReference, type ReferenceCorner } from './findReferences';
import { walkFormula, wordEnd } from './walkFormula';

/** Names that relative text would take for a reference; one more backslash in front keeps them names. */
const LOOKS_RELATIVE = /^\\*(?:R\d*(?:C\d*)?|C\d*)$/i;

const BACKSLASH = 92;
const OPEN_PARENTHESIS = 40;
const BANG = 33;

/**
 * The relative form of an A1 formula that stands at a cell: every reference in R1C1 style, `R[-1]C` for the cell
 * above, `R5C[2]` where the row is fixed, `C[1]:C[1]` and `R3:R3` for whole columns and rows; all other text as it
 * is. A filled-down formula has the same relative form in every cell, and `toA1` gives its A1 text back.
 */
export function toRelative(formula: string, row: number, column: number): string {
  let relative = '';
  let done = 0;
  walkFormula(formula, (start, prefix) => {
    const reference = readReference(formula, start, prefix);
    if (reference !== null) {
      relative += formula.slice(done, start) + relativeReference(reference, row, column);
      return (done = reference.end);
    }
    if (needsEscape(formula, start)) {
      relative += formula.slice(done, start) + '\\';
      done = start;
    }
    return start;
  });
  return relative + formula.slice(done);
}

function relativeReference({ kind, first, join, last }: FormulaReference, row: number, column: number): string {
  switch (kind) {
    case 'rows':
      return relativeRow(first, row) + join + relativeRow(last, row);
    case 'columns':
      return relativeColumn(first, column) + join + relativeColumn(last, column);
    case 'cells': {
      const text = relativeRow(first, row) + relativeColumn(first, column);
      return join === '' ? text : text + join + relativeRow(last, row) + relativeColumn(last, column);
    }
  }
}

function relativeRow(corner: ReferenceCorner, row: number): string {
  if (corner.rowFixed) return `R${corner.row}`;
  return corner.row === row ? 'R' : `R[${corner.row - row}]`;
}

function relativeColumn(corner: ReferenceCorner, column: number): string {
  if (corner.columnFixed) return `C${corner.column}`;
  return corner.column === column ? 'C' : `C[${corner.column - column}]`;
}

function needsEscape(formula: string, start: number): boolean {
  const code = formula.charCodeAt(start);
  if (code !== BACKSLASH && (code & 95) !== 82 && (code & 95) !== 67) return false;
  const end = wordEnd(formula, start);
  const next = formula.charCodeAt(end);
  return next !== OPEN_PARENTHESIS && next !== BANG && LOOKS_RELATIVE.test(formula.slice(start, end));
}
