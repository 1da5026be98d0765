import { toA1 } from '../formula/toA1';
import { isCellError, type CellValue } from '../workbook/CellValue';
import type { SheetSnapshot, Snapshot } from '../workbook/Snapshot';
import { findCell, valueAt } from '../workbook/cellAt';
import type { CellContent } from './SyncPlan';

/** A cell that holds nothing; its format is left as it is. */
export const BLANK: CellContent = { formula: null, value: null, format: null };

/** What a position of a sheet's cells holds, the formula as it stands in the snapshot; blank for position -1. */
export function contentAt(snapshot: Snapshot, sheet: SheetSnapshot, position: number): CellContent {
  if (position < 0) return BLANK;
  const { cells } = sheet;
  const formula = cells.formula[position]!;
  return {
    formula: formula < 0 ? null : '=' + toA1(snapshot.formulas[formula]!, cells.row[position]!, cells.column[position]!),
    value: valueAt(snapshot, cells, position),
    format: snapshot.formats[cells.format[position]!] ?? null,
  };
}

/** What a cell of a sheet holds; blank when it holds nothing. */
export function contentOf(snapshot: Snapshot, sheet: SheetSnapshot, row: number, column: number): CellContent {
  return contentAt(snapshot, sheet, findCell(sheet.cells, row, column));
}

/**
 * Whether two cells hold the same formula or the same constant. Formulas count as the same whatever their case,
 * spacing, `@`, `_xlfn.` prefixes and quotes of sheet names, since Excel writes these in its own way; their values do
 * not count, for they follow.
 */
export function sameContent(a: CellContent, b: CellContent): boolean {
  if (a.formula !== null || b.formula !== null) {
    return a.formula !== null && b.formula !== null && (a.formula === b.formula || plain(a.formula) === plain(b.formula));
  }
  return sameValue(a.value, b.value);
}

/** Whether two values are the same; numbers to Excel's fifteen digits, an empty text is nothing. */
function sameValue(a: CellValue, b: CellValue): boolean {
  const [left, right] = [a === '' ? null : a, b === '' ? null : b];
  if (left === right) return true;
  if (typeof left === 'number' && typeof right === 'number')
    return Math.abs(left - right) <= 1e-15 * Math.max(Math.abs(left), Math.abs(right));
  return isCellError(left) && isCellError(right) && left.error === right.error;
}

function plain(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')*)'(?=!)|[^"']+|./gs, (part, sheet: string | undefined) => {
    if (sheet !== undefined) return sheet.toUpperCase();
    return part.startsWith('"')
      ? part
      : part
          .replace(/_xl(?:fn|ws|pm|udf)\./gi, '')
          .replace(/[\s@]/g, '')
          .toUpperCase();
  });
}
