import type { CellRange } from '../../workbook/Address';
import type { SheetHeaders } from '../../workbook/createHeaders';
import type { FormulaPlace, SheetRange } from './FormulaPlace';
import type { WordBook } from './WordBook';

/** A column of so many rows is called by its header alone, as lists are. */
const LONG_LIST = 12;
/** Of two labels that are the ends of a range, each is cut to so much. */
const LONGEST_END = 32;

/** What a place is called without its sheet; `sure` says that its labels tell it from its neighbours. */
interface Naming {
  readonly main: string;
  readonly qualifier: string;
  readonly sure: boolean;
  /** Whether the sheet has to be said, since the formula's own line is called the same. */
  readonly likeOwn: boolean;
}

/**
 * What a range is called as seen from a place, from short to unmistakable: `Renewal rate`, `Renewal rate (Q2)`,
 * `Renewal rate (Q2, Plan sheet)`, `Renewal rate (Plan!C7)`. Only the address when labels do not say which cells.
 */
export function nameRange(at: SheetRange, place: FormulaPlace, book: WordBook, address: string, full: string): string[] {
  const headers = book.headers(at.sheet);
  const named = headers === null ? null : naming(at, place, headers, book);
  if (named === null || !/\p{L}/u.test(named.main + named.qualifier)) return [full];
  const { main, qualifier, sure, likeOwn } = named;
  const wordings: string[] = [];
  const away = full !== address;
  if (sure && !(away && likeOwn)) wordings.push(withQualifiers(main, qualifier));
  if (sure && away) wordings.push(withQualifiers(main, qualifier, `${at.sheet} sheet`));
  return [...wordings, withQualifiers(main, full)].concat(wordings.length === 0 ? [`${main} (${full})`] : []);
}

function withQualifiers(main: string, ...qualifiers: string[]): string {
  const said = qualifiers.filter((each) => each !== '');
  return said.length === 0 ? main : `${main} (${said.join(', ')})`;
}

function naming({ range, kind, sheet }: SheetRange, place: FormulaPlace, headers: SheetHeaders, book: WordBook): Naming | null {
  if (kind === 'columns') return wholeColumns(range, headers);
  if (kind === 'rows') return wholeRows(range, headers);
  const here = sheet.toLowerCase() === place.sheet.toLowerCase();
  const own = place.row === 0 ? null : book.headers(place.sheet);
  const ownRow = own?.row(place.row, place.column) ?? '';
  const ownColumn = own?.column(place.row, place.column) ?? '';
  const oneRow = range.firstRow === range.lastRow;
  const oneColumn = range.firstColumn === range.lastColumn;
  const down = rowWords(range, headers);
  const across = columnWords(range, headers);
  const inOwnRow = here && oneRow && range.firstRow === place.row;
  const inOwnColumn = here && oneColumn && range.firstColumn === place.column;
  if (inOwnRow && inOwnColumn) return null;
  const itself = oneRow && oneColumn ? ownText(range, place, headers, here) : null;
  if (itself !== null) return itself;
  if (inOwnRow) {
    if (across === '') return down === '' ? null : unsure(down);
    // A year alone would be read as a number.
    if (!/\p{L}/u.test(across)) return down === '' ? unsure(across) : sureOf(down, across);
    return across === ownColumn ? unsure(across) : sureOf(across);
  }
  if (inOwnColumn) {
    if (down === '') return across === '' ? null : unsure(across);
    return down === ownRow ? unsure(down) : sureOf(down);
  }
  const labels = oneColumn && !oneRow ? labelsThemselves(range, headers) : '';
  if (labels !== '') return sureOf(labels);
  const long = range.lastRow - range.firstRow >= LONG_LIST || down === '';
  if (oneColumn && !oneRow && across !== '' && long && isWhole(range, headers)) return sureOf(across);
  if (down !== '' && across !== '') {
    // On another sheet the line that the formula itself stands in goes without saying.
    const aligned = !here && across === ownColumn && oneColumn;
    const [main, qualifier] = oneColumn && !oneRow && !aligned ? [across, down] : [down, across];
    if (main === qualifier) return { ...unsure(main), likeOwn: down === ownRow };
    return { main, qualifier: aligned ? '' : qualifier, sure: true, likeOwn: down === ownRow };
  }
  if (down !== '' && oneRow && oneColumn && headers.followsLabel(range.firstRow, range.firstColumn)) {
    return { main: down, qualifier: '', sure: true, likeOwn: down === ownRow };
  }
  if (across !== '' && isWhole(range, headers)) return sureOf(across);
  return unlessBlank(down || across, false);
}

/** A header or a label is called by what it says itself; elsewhere than over or beside the formula with its address. */
function ownText(
  { firstRow: row, firstColumn: column }: CellRange,
  place: FormulaPlace,
  headers: SheetHeaders,
  here: boolean,
): Naming | null {
  const header = headers.headerText(row, column);
  if (header !== '')
    return here && headers.reach(place.row, place.column)?.first === row && column === place.column ? sureOf(header) : unsure(header);
  const label = headers.labelText(row, column);
  if (label === '' || !here || row !== place.row) return null;
  // In a list the label's own column has a header, as all columns have.
  const listed = headers.reach(row, column)?.first === headers.reach(place.row, place.column)?.first;
  return listed && headers.column(row, column) !== '' ? null : sureOf(label);
}

/** The first and last of a run of row labels that no header stands over. */
function labelsThemselves({ firstRow, lastRow, firstColumn: column }: CellRange, headers: SheetHeaders): string {
  const first = headers.reach(lastRow, column)?.first ?? firstRow;
  // In a list the column beside has its header on the same row.
  if (first < firstRow || headers.reach(lastRow, column + 1)?.first === first) return '';
  return span(headers.labelText(firstRow, column), headers.labelText(lastRow, column));
}

function sureOf(main: string, qualifier = ''): Naming {
  return { main, qualifier, sure: true, likeOwn: false };
}

function unsure(main: string): Naming {
  return { main, qualifier: '', sure: false, likeOwn: false };
}

function unlessBlank(main: string, sure = true): Naming | null {
  return main === '' ? null : { main, qualifier: '', sure, likeOwn: false };
}

function wholeRows({ firstRow, lastRow }: CellRange, headers: SheetHeaders): Naming | null {
  const first = headers.row(firstRow, Infinity);
  return unlessBlank(firstRow === lastRow ? first : span(first, headers.row(lastRow, Infinity)));
}

function wholeColumns({ firstColumn, lastColumn }: CellRange, headers: SheetHeaders): Naming | null {
  const first = headers.column(Infinity, firstColumn);
  const words = firstColumn === lastColumn ? first : span(first, headers.column(Infinity, lastColumn));
  return unlessBlank(words, headers.count(firstColumn) === 1 && headers.count(lastColumn) === 1);
}

/** The labels of a range's rows; empty unless those of its first and last row tell which they are. */
function rowWords({ firstRow, lastRow, firstColumn }: CellRange, headers: SheetHeaders): string {
  if (firstRow === lastRow) return headers.row(firstRow, firstColumn);
  const reach = headers.reach(lastRow, firstColumn);
  const from = reach !== null && reach.first >= firstRow && reach.first < lastRow ? reach.first + 1 : firstRow;
  return span(headers.row(from, firstColumn), headers.row(lastRow, firstColumn));
}

function columnWords({ lastRow, firstColumn, lastColumn }: CellRange, headers: SheetHeaders): string {
  const first = headers.column(lastRow, firstColumn);
  return firstColumn === lastColumn ? first : span(first, headers.column(lastRow, lastColumn));
}

/** Whether a range covers all that its columns' headers head, the header row in it or not. */
function isWhole({ firstRow, lastRow, firstColumn, lastColumn }: CellRange, headers: SheetHeaders): boolean {
  return [firstColumn, lastColumn].every((column) => {
    const reach = headers.reach(lastRow, column) ?? headers.reach(lastRow + 1, column);
    return reach !== null && reach.last > reach.first && firstRow <= reach.first + 1 && lastRow >= reach.last;
  });
}

function span(first: string, last: string): string {
  if (first === '' || last === '' || first === last) return '';
  return `${cut(first)} to ${cut(last)}`;
}

function cut(label: string): string {
  return label.length > LONGEST_END ? `${label.slice(0, LONGEST_END - 1).trimEnd()}…` : label;
}
