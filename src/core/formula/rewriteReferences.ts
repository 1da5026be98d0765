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
  const ownSheet = sameSheet(sheetOfFormula, sheet);
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
  return sameSheet(bare.startsWith("'") ? bare.slice(1, -1).replace(/''/g, "'") : bare, sheet);
}

/** True when two names stand for one sheet. */
export function sameSheet(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/** The text of a reference to other rows, or columns, in ascending order; null when they are the ones it has. */
export function withLines(reference: FormulaReference, axis: 'row' | 'column', span: readonly [number, number]): string | null {
  const [one, other] = [reference.first[axis], reference.last[axis]];
  const stays = span[0] === Math.min(one, other) && span[1] === Math.max(one, other);
  return stays ? null : stringifyReference(withSpan(reference, axis, span));
}

/** The reference with other rows, or columns, given in ascending order. */
export function withSpan(reference: FormulaReference, axis: 'row' | 'column', span: readonly [number, number]): FormulaReference {
  const { first, last } = reference;
  const [newFirst, newLast] = first[axis] <= last[axis] ? span : [span[1], span[0]];
  return { ...reference, first: { ...first, [axis]: newFirst }, last: { ...last, [axis]: newLast } };
}

/** The text of a reference, without its sheet. */
export function stringifyReference({ first, join, last }: FormulaReference): string {
  return join === '' ? stringifyCorner(first) : stringifyCorner(first) + join + stringifyCorner(last);
}

function stringifyCorner({ row, rowFixed, column, columnFixed }: ReferenceCorner): string {
  const letters = column === 0 ? '' : (columnFixed ? '$' : '') + columnName(column);
  return row === 0 ? letters : letters + (rowFixed ? '$' : '') + row;
}
