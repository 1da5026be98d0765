import { findCell, rowStart, valueAt } from './cellAt';
import { findHeadings } from './findHeadings';
import { formatValue } from './formatValue';
import { headersAbove, isText, WIDEST_GAP, type ColumnHeader } from './headersAbove';
import { listAt, type ListRegion } from './ListRegion';
import { ValueKind, type SheetSnapshot, type Snapshot, type Span } from './Snapshot';

/** The row and column headers of one sheet; texts are empty where nothing heads a place. */
export interface SheetHeaders {
  /** The label of a row, as it stands left of a column. */
  row(row: number, column: number): string;
  /** The header of a column over a row; over the whole column, its first one, for row `Infinity`. */
  column(row: number, column: number): string;
  /** The last header of a column down to and in a row. */
  columnDownTo(row: number, column: number): string;
  /** From which row to which the header over this row reaches; null where there is none. */
  reach(row: number, column: number): { readonly first: number; readonly last: number } | null;
  /** The one number format that all numbers of a column between two rows have; null where they have several, or there are none. */
  sharedFormat(column: number, rows: Span): string | null;
  /** How many headers a column has, one below the other. */
  count(column: number): number;
  /** What the cell says if it heads a column itself, else empty. */
  headerText(row: number, column: number): string;
  /** What the cell says if it is its row's label itself, else empty. */
  labelText(row: number, column: number): string;
  /** What the block of rows that the cell stands in is about, where a heading over it says so for certain. */
  heading(row: number, column: number): string;
  /** Whether the cell is the first one that stands behind the row's label. */
  followsLabel(row: number, column: number): boolean;
}

/** Headers of a snapshot's sheets by name, each found once, when first asked for; null for a sheet that is not there. */
export type Headers = (sheet: string) => SheetHeaders | null;

const LONGEST_LABEL = 60;

/** The headers of a snapshot, dates and numbers among them written for a locale; rows of `lists`, by sheet name, are called by their keys. */
export function createHeaders(snapshot: Snapshot, locale: string, lists: ReadonlyMap<string, readonly ListRegion[]> = new Map()): Headers {
  const known = new Map<string, SheetHeaders | null>();
  return (name) => {
    const key = name.toLowerCase();
    let headers = known.get(key);
    if (headers === undefined) {
      const sheet = snapshot.sheets.find((each) => each.name.toLowerCase() === key);
      known.set(key, (headers = sheet === undefined ? null : findHeaders(snapshot, sheet, locale, lists.get(sheet.name) ?? [])));
    }
    return headers;
  };
}

function findHeaders(snapshot: Snapshot, sheet: SheetSnapshot, locale: string, lists: readonly ListRegion[]): SheetHeaders {
  const { cells } = sheet;
  const above = headersAbove(snapshot, sheet);
  const filled = new Set(cells.column);
  const isBlank = (column: number) => !filled.has(column);
  const text = (position: number) => {
    const shown = formatValue(valueAt(snapshot, cells, position), snapshot.formats[cells.format[position]!]!, {
      dateSystem: snapshot.dateSystem,
      locale,
    })
      .replace(/\s+/g, ' ')
      .trim();
    return shown.length > LONGEST_LABEL ? `${shown.slice(0, LONGEST_LABEL - 1)}…` : shown;
  };
  const before = (row: number, column: number): ColumnHeader | null => {
    const known = above.of(column);
    // A whole column is called by its first header.
    if (row === Infinity) return known[0] ?? null;
    return known.findLast((header) => header.row < row && row <= header.until) ?? null;
  };
  const over = (row: number, column: number): ColumnHeader | null => {
    const own = row === Infinity ? -1 : findCell(cells, row, column);
    return own >= 0 ? above.ofCell[own]! : before(row, column);
  };
  const labelOf = (row: number, column: number): number => {
    let label = -1;
    let nearest = column;
    for (let at = lastBefore(sheet, row, column); at >= 0 && cells.row[at] === row; at--) {
      const words = isText(snapshot, sheet, at);
      const gap = nearest - cells.column[at]!;
      // A figure behind a column that is blank all the way is of the block beside this one.
      if (label >= 0 && (gap > WIDEST_GAP || (gap > 1 && !words && isBlank(nearest - 1)))) break;
      nearest = cells.column[at]!;
      if (words) label = at;
    }
    return label;
  };
  const textAt = (row: number, column: number): string => {
    const at = findCell(cells, row, column);
    return at < 0 ? '' : text(at);
  };
  const nearestLabel = (row: number, column: number): string => {
    const label = labelOf(row, column);
    return label < 0 ? '' : text(label);
  };
  /** What a list's row is called by: its key, and where that is only a number, its label too. */
  const keyText = ({ key }: ListRegion, row: number, column: number): string => {
    const parts = key.filter((each) => each !== column).map((each) => textAt(row, each));
    const called = parts.filter((part) => part !== '').join(', ');
    if (called === '' || /\p{L}/u.test(called)) return called;
    const label = nearestLabel(row, column);
    return label === '' ? called : `${called} ${label}`;
  };
  const headings = findHeadings(snapshot, sheet);
  return {
    row(row, column) {
      const list = listAt(lists, row, column);
      return (list !== undefined && keyText(list, row, column)) || nearestLabel(row, column);
    },
    column(row, column) {
      const list = listAt(lists, row, column);
      const named = list === undefined || column > list.range.lastColumn ? '' : textAt(list.range.firstRow, column);
      if (named !== '') return named;
      const header = over(row, column);
      return header === null ? '' : text(header.at);
    },
    columnDownTo(row, column) {
      const header = before(row + 1, column);
      return header === null ? '' : text(header.at);
    },
    reach(row, column) {
      const header = over(row, column);
      return header === null ? null : { first: header.row, last: header.lastRow };
    },
    sharedFormat(column, { first, last }) {
      let shared: number | null = null;
      for (let at = rowStart(cells, first); at < cells.count && cells.row[at]! <= last; at++) {
        if (cells.column[at] !== column || cells.kind[at] !== ValueKind.Number) continue;
        if (shared !== null && shared !== cells.format[at]) return null;
        shared = cells.format[at]!;
      }
      return shared === null ? null : snapshot.formats[shared]!;
    },
    count: (column) => above.of(column).length,
    headerText(row, column) {
      const header = above.of(column).find((each) => each.row === row);
      return header === undefined ? '' : text(header.at);
    },
    labelText(row, column) {
      const own = findCell(cells, row, column);
      return own >= 0 && labelOf(row, column + 1) === own ? text(own) : '';
    },
    heading(row, column) {
      const at = headings(row, column, labelOf(row, column));
      return at < 0 ? '' : text(at);
    },
    followsLabel(row, column) {
      const at = lastBefore(sheet, row, column);
      return at >= 0 && cells.row[at] === row && isText(snapshot, sheet, at);
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
