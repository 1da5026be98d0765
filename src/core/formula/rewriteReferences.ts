import { columnName } from '../workbook/Address';
import { readReference, type FormulaReference, type ReferenceCorner } from './findReferences';
import { walkFormula } from './walkFormula';

/** Returns the formula with the references to one sheet of its own workbook changed; `change` answers null for one that stays as it is. */
export function rewriteReferences(
  formula: string,
  { sheetOfFormula, sheet }: { readonly sheetOfFormula: string; readonly sheet: string },
  change: (reference: FormulaReference) => string | null,
): string {
  let rewritten = '';
  let done = 0;
  const ownSheet = sameName(sheetOfFormula, sheet);
  walkFormula(formula, (start, prefix) => {
    const reference = readReference(formula, start, prefix);
    if (reference === null) return start;
    const meant = prefix === null ? ownSheet : namesSheet(formula.slice(prefix.start, prefix.end), sheet);
    const text = meant ? change(reference) : null;
    if (text !== null) {
      rewritten += formula.slice(done, start) + text;
      done = reference.end;
    }
    return reference.end;
  });
  return done === 0 ? formula : rewritten + formula.slice(done);
}

/** True when a prefix such as `Sheet1!` or `'It''s'!` names this sheet of the formula's own workbook. */
export function namesSheet(prefix: string, sheet: string): boolean {
  const bare = prefix.slice(0, -1);
  return sameName(bare.startsWith("'") ? bare.slice(1, -1).replace(/''/g, "'") : bare, sheet);
}

function sameName(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/** The text of a reference to other rows, or columns, in ascending order; null when they are the ones it has. */
export function withLines({ first, join, last }: FormulaReference, axis: 'row' | 'column', span: readonly [number, number]): string | null {
  const [one, other] = [first[axis], last[axis]];
  const [newOne, newOther] = one <= other ? span : [span[1], span[0]];
  if (newOne === one && newOther === other) return null;
  const begin = stringifyCorner({ ...first, [axis]: newOne });
  return join === '' ? begin : begin + join + stringifyCorner({ ...last, [axis]: newOther });
}

function stringifyCorner({ row, rowFixed, column, columnFixed }: ReferenceCorner): string {
  const letters = column === 0 ? '' : (columnFixed ? '$' : '') + columnName(column);
  return row === 0 ? letters : letters + (rowFixed ? '$' : '') + row;
}
