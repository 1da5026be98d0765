import { parseRange } from '../workbook/Address';
import { findCell } from '../workbook/cellAt';
import { ValueKind, type Span } from '../workbook/Snapshot';
import { cellsOfLine, type LineIndex } from './LineIndex';
import { ContentClass, type SheetContent } from './SheetContent';

/** A list with a header: an Excel table, or rows without a gap below a row of texts. */
export interface KeyRegion {
  readonly header: number;
  /** First and last row of data. */
  readonly data: Span;
  readonly columns: Span;
  readonly isTable: boolean;
}

/** Fewer rows of data make no list. */
const LEAST_ROWS = 2;
/** A header fills at least this share of the columns that the widest row fills. */
const HEADER_WIDTH = 0.6;
/** So many rows at the end of a list can sum it up. */
const MOST_TOTALS = 3;

const ACROSS_ROWS = /R\[/;
const SUMS_UP = /R(?:\[-\d+\]|\d+)C(?:\[-?\d+\]|\d*):R(?:\[-\d+\]|(\d+))C/g;

/** The lists of a sheet from top to bottom; its Excel tables first. */
export function keyRegions(content: SheetContent, rows: LineIndex): KeyRegion[] {
  const tables = content.tables
    .filter(({ headerRow }) => headerRow)
    .map(({ range, totalsRow }): KeyRegion => {
      const data = { first: range.firstRow + 1, last: range.lastRow - (totalsRow ? 1 : 0) };
      return { header: range.firstRow, data, columns: { first: range.firstColumn, last: range.lastColumn }, isTable: true };
    });
  const inTable = (row: number): boolean => tables.some(({ header, data }) => row >= header && row <= data.last + 1);
  const regions: KeyRegion[] = tables.filter(({ data }) => data.last - data.first + 1 >= LEAST_ROWS);
  for (let first = 1; first <= rows.count; first++) {
    if (cellsOfLine(rows, first) === 0 || inTable(first)) continue;
    let last = first;
    while (last < rows.count && cellsOfLine(rows, last + 1) > 0 && !inTable(last + 1)) last++;
    const region = listIn(content, rows, first, last);
    if (region !== null) regions.push(region);
    first = last;
  }
  return regions;
}

/** True for the list that has the first cell of an address in it. */
export function holdsPlace({ header, data, columns }: KeyRegion, address: string): boolean {
  const place = parseRange(address);
  if (place === null) return false;
  const { firstRow: row, firstColumn: column } = place;
  return row >= header && row <= data.last && column >= columns.first && column <= columns.last;
}

/** What stands over a column of a list, as it is written; empty for none. */
export function headerOf({ cells, strings }: SheetContent, { header }: KeyRegion, column: number): string {
  const p = column === 0 ? -1 : findCell(cells, header, column);
  return p < 0 || cells.kind[p] !== ValueKind.Text ? '' : strings[cells.payload[p]!]!.replace(/\s+/g, ' ').trim();
}

function listIn(content: SheetContent, rows: LineIndex, first: number, last: number): KeyRegion | null {
  let widest = 0;
  for (let row = first; row <= last; row++) widest = Math.max(widest, cellsOfLine(rows, row));
  let header = first;
  while (header <= last && !isWide(rows, header, widest)) header++;
  if (header > last || !isHeader(content, rows, header)) return null;
  for (let totals = 0; totals < MOST_TOTALS && last > header && isTotal(content, rows, last); totals++) last--;
  if (last - header < LEAST_ROWS) return null;
  const { column } = content.cells;
  const columns = { first: Infinity, last: 0 };
  for (let row = header; row <= last; row++) {
    columns.first = Math.min(columns.first, column[rows.start[row]!]!);
    columns.last = Math.max(columns.last, column[rows.start[row + 1]! - 1]!);
  }
  return { header, data: { first: header + 1, last }, columns, isTable: false };
}

/** True when formulas of a list reach across rows, so that the order of its rows means something; in an Excel table it never does. */
export function isOrdered({ cells, formulas }: SheetContent, rows: LineIndex, { data, isTable }: KeyRegion): boolean {
  if (isTable) return false;
  const asked = new Uint8Array(formulas.length);
  for (let p = rows.start[data.first]!; p < rows.start[Math.min(data.last, rows.count) + 1]!; p++) {
    const formula = cells.formula[p]!;
    if (formula < 0 || asked[formula] === 1) continue;
    if (ACROSS_ROWS.test(formulas[formula]!)) return true;
    asked[formula] = 1;
  }
  return false;
}

/** True for a row that is nearly as wide as the list; narrower ones above it are titles. */
function isWide(rows: LineIndex, row: number, widest: number): boolean {
  const width = cellsOfLine(rows, row);
  return width >= 2 && width >= HEADER_WIDTH * widest;
}

/** A row of different texts, nothing else. */
function isHeader({ cells, contentClass, exact }: SheetContent, rows: LineIndex, row: number): boolean {
  const texts = new Set<number>();
  for (let p = rows.start[row]!; p < rows.start[row + 1]!; p++) {
    if (contentClass[p] !== ContentClass.Label || cells.kind[p] !== ValueKind.Text) return false;
    texts.add(exact[p]!);
  }
  return texts.size === cellsOfLine(rows, row);
}

/** A row that sums up what stands above it; one that reads itself too, such as a share of the whole, is a row like any other. */
function isTotal({ cells, formulas }: SheetContent, rows: LineIndex, row: number): boolean {
  for (let p = rows.start[row]!; p < rows.start[row + 1]!; p++) {
    if (cells.formula[p]! < 0) continue;
    for (const [, last] of formulas[cells.formula[p]!]!.matchAll(SUMS_UP)) if (last === undefined || Number(last) < row) return true;
  }
  return false;
}
