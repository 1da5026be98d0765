import { columnNumber, parseRange } from './Address';
import type { Headers, SheetHeaders } from './createHeaders';

/**
 * Names places of one workbook by their row and column headers; empty when there are none. Addresses are those of
 * `DifferenceSide`; `lines` says that a range stands for parts of rows, or of columns.
 */
export type Labeller = (sheet: string, address: string, lines?: 'row' | 'column' | null) => string;

/** A labeller over the headers of a snapshot: `Renewal rate · Q2`, `Renewal rate · Q2–Q4`. */
export function createLabeller(headers: Headers): Labeller {
  return (sheet, address, lines = null) => {
    const found = headers(sheet);
    return found === null ? '' : labelOf(found, address, lines);
  };
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
