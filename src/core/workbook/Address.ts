/** The largest row and column Excel has. Rows and columns are counted from 1 everywhere in Tieout. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** One cell of one sheet: row and column counted from 1. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, first and last row and column included. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** How many cells a range has. */
export function cellCount({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

const columnNames: string[] = [];

/** The letters of a column counted from 1: 1 is `A`, 28 is `AB`. */
export function columnName(column: number): string {
  const known = columnNames[column];
  if (known !== undefined) return known;
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  columnNames[column] = name;
  return name;
}

/** The column number of letters such as `AB`, in either case. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + (letters.charCodeAt(i) & 31);
  return column;
}

/** The A1 form of a cell, without sheet: `{ row: 3, column: 2 }` is `B3`. */
export function stringifyAddress({ row, column }: CellAddress): string {
  return columnName(column) + row;
}

/** The A1 form of a range; a single cell is written as a cell. */
export function stringifyRange(range: CellRange): string {
  const first = columnName(range.firstColumn) + range.firstRow;
  const last = columnName(range.lastColumn) + range.lastRow;
  return first === last ? first : `${first}:${last}`;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** The range that `A1`, `$A$1` or `A1:B2` names, corners put in order; null when the text names none or lies outside the sheet. */
export function parseRange(text: string): CellRange | null {
  const match = CELLS.exec(text.trim());
  if (!match) return null;
  const row = Number(match[2]);
  const column = columnNumber(match[1] ?? '');
  const endRow = match[4] === undefined ? row : Number(match[4]);
  const endColumn = match[3] === undefined ? column : columnNumber(match[3]);
  const range = {
    firstRow: Math.min(row, endRow),
    firstColumn: Math.min(column, endColumn),
    lastRow: Math.max(row, endRow),
    lastColumn: Math.max(column, endColumn),
  };
  const inside = range.firstRow >= 1 && range.lastRow <= MAX_ROW && range.firstColumn >= 1 && range.lastColumn <= MAX_COLUMN;
  return inside ? range : null;
}

/** A sheet name as a formula writes it: quoted when it has to be. */
export function quoteSheetName(name: string): string {
  const plain = /^[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*$/.test(name);
  const looksLikeCell = /^[A-Za-z]{1,3}\d+$/.test(name) || /^(?:R\d*C?\d*|C\d*)$/i.test(name);
  return plain && !looksLikeCell ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Whether a cell lies in a range. */
export function isInside(range: CellRange, { row, column }: CellAddress): boolean {
  return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
}

/** Whether two ranges have a cell in common. */
export function overlaps(a: CellRange, b: CellRange): boolean {
  return a.firstRow <= b.lastRow && b.firstRow <= a.lastRow && a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}

/** Whether all of `inner` lies in `outer`. */
export function covers(outer: CellRange, inner: CellRange): boolean {
  return (
    isInside(outer, { row: inner.firstRow, column: inner.firstColumn }) && isInside(outer, { row: inner.lastRow, column: inner.lastColumn })
  );
}
