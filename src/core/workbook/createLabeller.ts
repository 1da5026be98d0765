import { columnNumber, parseRange } from './Address';
import { findCell, valueAt } from './cellAt';
import { formatValue } from './formatValue';
import { ValueKind, type SheetSnapshot, type Snapshot } from './Snapshot';

/**
 * Names places of one workbook by their row and column headers; empty when there are none. Addresses are those of
 * `DifferenceSide`; `lines` says that a range stands for parts of rows, or of columns.
 */
export type Labeller = (sheet: string, address: string, lines?: 'row' | 'column' | null) => string;

/** Texts in a row that stand further from each other than this belong to different blocks. */
const FARTHEST_LABEL = 4;
const LONGEST_LABEL = 60;

/** A labeller over a snapshot: `Renewal rate · Q2`, `Renewal rate · Q2–Q4`. Headers of a sheet are found once, when first asked for. */
export function createLabeller(snapshot: Snapshot, locale: string): Labeller {
  const sheets = new Map<string, SheetHeaders>();
  return (sheetName, address, lines = null) => {
    let headers = sheets.get(sheetName);
    if (headers === undefined) {
      const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
      if (sheet === undefined) return '';
      headers = findHeaders(snapshot, sheet, locale);
      sheets.set(sheetName, headers);
    }
    return labelOf(headers, address, lines);
  };
}

interface SheetHeaders {
  row(row: number, column: number): string;
  column(row: number, column: number): string;
  /** The last header of a column down to and in a row. */
  columnDownTo(row: number, column: number): string;
}

function labelOf(headers: SheetHeaders, address: string, lines: 'row' | 'column' | null): string {
  const rows = /^(\d+):(\d+)$/.exec(address);
  if (rows) return span(headers.row(Number(rows[1]), Infinity), headers.row(Number(rows[2]), Infinity));
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(address);
  if (columns) return span(headers.column(Infinity, columnNumber(columns[1]!)), headers.column(Infinity, columnNumber(columns[2]!)));
  const range = parseRange(address);
  if (range === null) return '';
  const { firstRow, firstColumn, lastRow, lastColumn } = range;
  if (lines === 'row') return span(headers.row(firstRow, lastColumn + 1), headers.row(lastRow, lastColumn + 1));
  if (lines === 'column') return span(headers.columnDownTo(lastRow, firstColumn), headers.columnDownTo(lastRow, lastColumn));
  const row = span(headers.row(firstRow, firstColumn), headers.row(lastRow, firstColumn));
  const column = span(headers.column(firstRow, firstColumn), headers.column(firstRow, lastColumn));
  return [...new Set([row, column])].filter(Boolean).join(' · ');
}

function span(first: string, last: string): string {
  return first === last || last === '' ? first : first === '' ? last : `${first}–${last}`;
}

function findHeaders(snapshot: Snapshot, sheet: SheetSnapshot, locale: string): SheetHeaders {
  const { cells } = sheet;
  const above = headersAbove(snapshot, sheet);
  const text = (position: number) => {
    const shown = formatValue(valueAt(snapshot, cells, position), snapshot.formats[cells.format[position]!]!, {
      dateSystem: snapshot.dateSystem,
      locale,
    }).replace(/\s+/g, ' ');
    return shown.length > LONGEST_LABEL ? `${shown.slice(0, LONGEST_LABEL - 1)}…` : shown;
  };
  return {
    row(row, column) {
      let label = -1;
      let nearest = column;
      for (let at = lastBefore(sheet, row, column); at >= 0 && cells.row[at] === row; at--) {
        if (label >= 0 && nearest - cells.column[at]! > FARTHEST_LABEL) break;
        nearest = cells.column[at]!;
        if (isText(snapshot, sheet, at)) label = at;
      }
      return label < 0 ? '' : text(label);
    },
    column(row, column) {
      const own = row === Infinity ? -1 : findCell(cells, row, column);
      const header = own >= 0 ? above.ofCell[own]! : above.before(row, column);
      return header < 0 ? '' : text(header);
    },
    columnDownTo(row, column) {
      const header = above.before(row + 1, column);
      return header < 0 ? '' : text(header);
    },
  };
}

/** The position of the last cell of the row that stands left of the column, or of an earlier row, or -1. */
function lastBefore({ cells }: SheetSnapshot, row: number, column: number): number {
  let low = 0;
  let high = cells.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells.row[middle]! < row || (cells.row[middle] === row && cells.column[middle]! < column)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * For every cell the position of the header above it, or -1: the topmost cell of its run of filled cells when that one
 * can be a header, else the header of the run above. One pass, since cells are sorted by row.
 */
function headersAbove(snapshot: Snapshot, sheet: SheetSnapshot) {
  const { cells } = sheet;
  const ofCell = new Int32Array(cells.count).fill(-1);
  const lastRow = new Map<number, number>();
  const header = new Map<number, number>();
  const headersOf = new Map<number, number[]>();
  for (let at = 0; at < cells.count; at++) {
    const column = cells.column[at]!;
    ofCell[at] = header.get(column) ?? -1;
    const newRun = lastRow.get(column) !== cells.row[at]! - 1;
    if (newRun && canBeHeader(snapshot, sheet, at)) {
      header.set(column, at);
      const known = headersOf.get(column);
      if (known) known.push(at);
      else headersOf.set(column, [at]);
    }
    lastRow.set(column, cells.row[at]!);
  }
  const before = (row: number, column: number) => {
    const known = headersOf.get(column) ?? [];
    // A whole column is called by its first header.
    if (row === Infinity) return known[0] ?? -1;
    return known.findLast((at) => cells.row[at]! < row) ?? -1;
  };
  return { ofCell, before };
}

function isText(snapshot: Snapshot, { cells }: SheetSnapshot, at: number): boolean {
  return cells.kind[at] === ValueKind.Text && /\p{L}/u.test(snapshot.strings[cells.payload[at]!]!);
}

function canBeHeader(snapshot: Snapshot, sheet: SheetSnapshot, at: number): boolean {
  const { cells } = sheet;
  if (isText(snapshot, sheet, at)) return true;
  if (cells.kind[at] !== ValueKind.Number) return false;
  const value = cells.payload[at]!;
  const looksLikeYear = Number.isInteger(value) && value >= 1990 && value <= 2100 && cells.format[at] === 0;
  return looksLikeYear || /[ymd]/i.test(snapshot.formats[cells.format[at]!]!.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
