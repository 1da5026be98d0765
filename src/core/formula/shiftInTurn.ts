import { MAX_COLUMN, MAX_ROW } from '../workbook/Address';
import { readReference, type FormulaReference } from './findReferences';
import { namesSheet, sameSheet, stringifyReference, withSpan } from './rewriteReferences';
import { shiftReferences, shiftSpan, type Shift } from './shiftReferences';
import { walkFormula } from './walkFormula';

/** Whole rows or columns that are inserted into a sheet or deleted from it. */
export type LineShift = Omit<Shift, 'sheetOfFormula' | 'across'>;

/** An A1 formula on a sheet as one shift after another leaves it; null when none of them changes anything, even for a while. */
export type ShiftInTurn = (formula: string, sheetOfFormula: string) => string | null;

/** Returns a function that gives what `shiftReferences` gives for one shift after another, but reads each formula once. */
export function shiftInTurn(shifts: readonly LineShift[]): ShiftInTurn {
  const sheets = [...new Set(shifts.map(({ sheet }) => sheet.toLowerCase()))].map((sheet) => {
    const on = (axis: 'row' | 'column') => shifts.filter((shift) => shift.axis === axis && sameSheet(shift.sheet, sheet));
    return { sheet, row: on('row'), column: on('column') };
  });
  return (formula, sheetOfFormula) => {
    let rewritten = '';
    let done = 0;
    let lost = false;
    walkFormula(formula, (start, prefix) => {
      const reference = readReference(formula, start, prefix);
      if (reference === null) return start;
      const name = prefix && formula.slice(prefix.start, prefix.end);
      const meant = sheets.find(({ sheet }) => (name === null ? sameSheet(sheetOfFormula, sheet) : namesSheet(name, sheet)));
      const now = meant === undefined || lost ? null : shiftThrough(reference, meant);
      if (now === 'lost') lost = true;
      else if (now !== null) {
        rewritten += formula.slice(done, start) + stringifyReference(now);
        done = reference.end;
      }
      return reference.end;
    });
    // What stands behind a #REF! is read otherwise than what stood behind a reference.
    if (lost) return shifts.reduce((text, shift) => shiftReferences(text, { ...shift, sheetOfFormula }), formula);
    return done === 0 ? null : rewritten + formula.slice(done);
  };
}

/** Where a reference comes to stand; null when it never moves, `lost` when all of it goes. */
function shiftThrough(
  reference: FormulaReference,
  shifts: Readonly<Record<'row' | 'column', readonly LineShift[]>>,
): FormulaReference | 'lost' | null {
  let moved: FormulaReference | null = null;
  for (const axis of ['row', 'column'] as const) {
    if (shifts[axis].length === 0 || reference.kind === (axis === 'row' ? 'columns' : 'rows')) continue;
    const [one, other] = [reference.first[axis], reference.last[axis]];
    let first = Math.min(one, other);
    let last = Math.max(one, other);
    let isMoved = false;
    for (const { at, count } of shifts[axis]) {
      if (last < at) continue;
      const span = shiftSpan(first, last, at, count, axis === 'row' ? MAX_ROW : MAX_COLUMN);
      if (span === null) return 'lost';
      if (span[0] === first && span[1] === last) continue;
      [first, last] = span;
      isMoved = true;
    }
    if (isMoved) moved = withSpan(moved ?? reference, axis, [first, last]);
  }
  return moved;
}
