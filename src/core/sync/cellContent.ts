import { tokenize } from '@borgar/fx';
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
 * spacing, `@`, `SINGLE()` which older Excel has for it, `_xlfn.` prefixes, quotes of sheet names and words for this row, since Excel
 * writes these in its own way; their values do not count, for they follow.
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

const PARTS = /"(?:[^"]|"")*"|'((?:[^']|'')*)'(?=!)|(\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\])|[^"'[]+|./gs;

function plain(formula: string): string {
  const one = formula.replace(PARTS, (part, sheet: string | undefined, brackets: string | undefined) => {
    if (sheet !== undefined) return sheet.toUpperCase();
    if (brackets !== undefined) return plainBrackets(brackets);
    return part.startsWith('"')
      ? part
      : part
          .replace(/_xl(?:fn|ws|pm|udf)\./gi, '')
          .replace(/[\s@]/g, '')
          .toUpperCase();
  });
  return one.includes('SINGLE(') ? withoutSingle(one) : one;
}

/** Of a table's columns `@` says which row is meant, so that it counts: `[@Qty]`, which files have as `[[#This Row],[Qty]]`. */
function plainBrackets(text: string): string {
  return text
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^\[\[#THISROW\],/, '[@')
    .replace(/^\[@\[([^[\]]*)\]\]$/, '[@$1]');
}

function withoutSingle(formula: string): string {
  const tokens = tokenize(formula, { mergeRefs: true, withLocation: false });
  const open: boolean[] = [];
  return tokens
    .map(({ type, value }, i) => {
      if (type === 'func' && value === 'SINGLE') return '';
      if (type !== 'operator') return value;
      if (value === '(') open.push(tokens[i - 1]?.type === 'func' && tokens[i - 1]!.value === 'SINGLE');
      return (value === '(' && open.at(-1)) || (value === ')' && open.pop()) ? '' : value;
    })
    .join('');
}
