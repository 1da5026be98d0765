import { covers, isInside, overlaps, stringifyRange, type CellAddress, type CellRange } from '../workbook/Address';
import type { SheetSnapshot, Snapshot, Span } from '../workbook/Snapshot';
import { maxLine, spanOf } from './LineLayout';

export const PROTECTED_SHEET = 'This sheet is protected: unprotect it in Excel under Review, then sync again.';

/** The ranges of a sheet in which Excel does not let single cells or lines be changed freely. */
export interface SheetObjects {
  readonly arrays: readonly CellRange[];
  readonly merges: readonly CellRange[];
  readonly tables: readonly { readonly name: string; readonly range: CellRange }[];
}

/** Returns the arrays, merged cells and tables of one sheet of a snapshot. */
export function objectsOf(snapshot: Snapshot, sheet: SheetSnapshot): SheetObjects {
  return {
    arrays: sheet.arrays.map((array) => array.range),
    merges: sheet.merges,
    tables: snapshot.tables.filter((table) => table.sheet.toLowerCase() === sheet.name.toLowerCase()),
  };
}

/** Returns why a cell of the local sheet cannot be written, as a sentence; null when it can. */
export function whyNotWrite(objects: SheetObjects, cell: CellAddress): string | null {
  if (objects.arrays.some((range) => isInside(range, cell))) return 'It is part of an array formula, which Excel changes only as a whole.';
  const merge = objects.merges.find((range) => isInside(range, cell));
  if (merge && (merge.firstRow !== cell.row || merge.firstColumn !== cell.column)) {
    return 'It lies inside merged cells, of which only the top left one can hold a value.';
  }
  return null;
}

/** Returns why lines cannot be inserted before line `at` of the local sheet, as a sentence; null when they can. */
export function whyNotInsert(objects: SheetObjects, axis: 'row' | 'column', at: number): string | null {
  return whyNotShift(objects, axis, (span) => at > span.first && at <= span.last);
}

/** Returns why the lines from `first` to `last` of the local sheet cannot be deleted, as a sentence; null when they can. */
export function whyNotDelete(objects: SheetObjects, axis: 'row' | 'column', { first, last }: Span): string | null {
  const meets = (span: Span) => first <= span.last && last >= span.first;
  // Excel deletes rows through one table; inserted again before a row of that table, they are in it again.
  const crossed = objects.tables.filter(({ range }) => meets(spanOf(range, axis)));
  const [table] = crossed;
  if (axis === 'column' && table && !objects.arrays.some((range) => meets(spanOf(range, axis)))) {
    const which = first === last ? 'This column is' : 'These columns are';
    return `${which} part of the table ${table.name}, whose columns an undo would not bring back exactly: in Excel, right-click ${first === last ? 'it' : 'them'} in the table and choose Delete, Table Columns.`;
  }
  const between = axis === 'row' && crossed.length === 1 && first > table!.range.firstRow && last < table!.range.lastRow;
  return whyNotShift(between ? { ...objects, tables: [] } : objects, axis, meets);
}

/** Returns why the lines from `first` to `last` of the local sheet cannot be moved elsewhere, as a sentence; null when they can. */
export function whyNotMove(objects: SheetObjects, axis: 'row' | 'column', { first, last }: Span): string | null {
  const meets = (range: CellRange): boolean => first <= spanOf(range, axis).last && last >= spanOf(range, axis).first;
  const table = objects.tables.find(({ range }) => meets(range));
  if (table) return `These ${axis}s meet the table ${table.name}, of which Excel moves no part: move them by hand.`;
  if (objects.arrays.some(meets)) return `These ${axis}s meet an array formula, which Excel changes only as a whole.`;
  if (objects.merges.some(meets)) return `These ${axis}s meet merged cells: unmerge them first.`;
  return null;
}

function whyNotShift(objects: SheetObjects, axis: 'row' | 'column', meets: (span: Span) => boolean): string | null {
  const met = (range: CellRange) => meets(spanOf(range, axis));
  const lines = axis === 'row' ? 'These rows' : 'These columns';
  if (objects.arrays.some(met)) return `${lines} meet an array formula, which Excel changes only as a whole.`;
  const table = objects.tables.find(({ range }) => met(range));
  if (table)
    return `${lines} are part of the table ${table.name} in a way that Tieout could not take back exactly: change it in Excel by hand.`;
  if (objects.merges.some(met)) return `${lines} meet merged cells: unmerge them first.`;
  return null;
}

/**
 * Returns why cells of the local sheet cannot be inserted where `range` begins, those of its lines shifting from there to
 * the sheet's end, as a sentence; null when they can. What lies wholly among the shifting cells moves along, except for tables.
 */
export function whyNotInsertAcross(objects: SheetObjects, axis: 'row' | 'column', range: CellRange, cells: string): string | null {
  return whyNotShiftAcross(objects, axis, behind(axis, range), `Inserting ${cells}`);
}

/** Returns why a range of the local sheet cannot be deleted so that the cells behind it shift there, as a sentence; null when it can. */
export function whyNotDeleteAcross(objects: SheetObjects, axis: 'row' | 'column', range: CellRange): string | null {
  const deleting = `Deleting ${stringifyRange(range)}`;
  if ([...objects.arrays, ...objects.merges].some((each) => overlaps(each, range))) {
    return `${deleting} would cut through an array formula or merged cells: change those first.`;
  }
  return whyNotShiftAcross(objects, axis, behind(axis, range), deleting);
}

/** A range lengthened to the end of the sheet. */
function behind(axis: 'row' | 'column', range: CellRange): CellRange {
  return axis === 'row' ? { ...range, lastRow: maxLine('row') } : { ...range, lastColumn: maxLine('column') };
}

function whyNotShiftAcross(objects: SheetObjects, axis: 'row' | 'column', shifted: CellRange, what: string): string | null {
  const cut = (range: CellRange): boolean => overlaps(range, shifted) && !covers(shifted, range);
  const where = axis === 'column' ? 'to the right' : 'below';
  const table = objects.tables.find(({ range }) => overlaps(range, shifted));
  if (table) return `${what} would shift the table ${table.name} ${where}, which Excel does not allow: do it by hand.`;
  if (objects.arrays.some(cut)) return `${what} would cut through an array formula, which Excel changes only as a whole.`;
  if (objects.merges.some(cut)) return `${what} would cut through merged cells: unmerge them first.`;
  return null;
}
