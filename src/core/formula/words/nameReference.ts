import { parseStructRef } from '@borgar/fx';
import { MAX_COLUMN, MAX_ROW, quoteSheetName, stringifyRange } from '../../workbook/Address';
import { findReferences } from '../findReferences';
import type { FormulaPlace, SheetRange } from './FormulaPlace';
import { nameRange } from './nameRange';
import type { ReferenceUse } from './Phrase';
import type { WordBook } from './WordBook';

/** What a reference of a formula is called at a place: by labels, else by its address. */
export function nameReference(source: string, place: FormulaPlace, book: WordBook): ReferenceUse {
  const at = rangeOf(source, place, book);
  if (at !== null) return rangeUse(source, '', at, place, book);
  return tableUse(source, place, book) ?? nameUse(source, place, book);
}

/** What one line of a range is called, counted from 1; null when it lies outside, or the source is no range of this workbook. */
export function nameLine(source: string, axis: 'row' | 'column', index: number, place: FormulaPlace, book: WordBook): ReferenceUse | null {
  const at = rangeOf(source, place, book);
  if (at === null) return null;
  const { firstRow, firstColumn, lastRow, lastColumn } = at.range;
  const line = (axis === 'row' ? firstRow : firstColumn) + index - 1;
  if (!Number.isInteger(index) || index < 1 || line > (axis === 'row' ? lastRow : lastColumn)) return null;
  const range =
    axis === 'row'
      ? { firstRow: line, lastRow: line, firstColumn, lastColumn }
      : { firstRow, lastRow, firstColumn: line, lastColumn: line };
  return rangeUse(source, `${axis} ${index}`, { ...at, range }, place, book);
}

function rangeUse(source: string, part: string, at: SheetRange, place: FormulaPlace, book: WordBook): ReferenceUse {
  const away = at.sheet.toLowerCase() !== place.sheet.toLowerCase();
  const address = addressOf(at);
  const full = away ? `${quoteSheetName(at.sheet)}!${address}` : address;
  const wordings = nameRange(at, place, book, address, full);
  return {
    key: `${at.sheet}!${address}`.toLowerCase(),
    source,
    part,
    wordings,
    labelled: wordings.length > 1,
    place: { sheet: at.sheet, address },
  };
}

function addressOf({ range, kind }: SheetRange): string {
  if (kind === 'rows') return `${range.firstRow}:${range.lastRow}`;
  const cells = stringifyRange(range);
  return kind === 'columns' ? cells.replace(/\d+/g, '').replace(/^([A-Z]+)$/, '$1:$1') : cells;
}

function rangeOf(source: string, place: FormulaPlace, { snapshot }: WordBook): SheetRange | null {
  const [reference, ...more] = findReferences(source);
  if (reference === undefined || more.length > 0 || reference.end !== source.length) return null;
  if ((reference.prefix?.start ?? reference.start) !== 0) return null;
  const prefix = reference.prefix === null ? null : source.slice(reference.prefix.start, reference.prefix.end - 1);
  const bare = prefix?.startsWith("'") === true ? prefix.slice(1, -1).replace(/''/g, "'") : prefix;
  const wanted = (bare ?? place.sheet).toLowerCase();
  const sheet = snapshot.sheets.find(({ name }) => name.toLowerCase() === wanted);
  if (sheet === undefined) return null;
  const { first, last, kind } = reference;
  return {
    sheet: sheet.name,
    kind,
    range: {
      firstRow: kind === 'columns' ? 1 : Math.min(first.row, last.row),
      lastRow: kind === 'columns' ? MAX_ROW : Math.max(first.row, last.row),
      firstColumn: kind === 'rows' ? 1 : Math.min(first.column, last.column),
      lastColumn: kind === 'rows' ? MAX_COLUMN : Math.max(first.column, last.column),
    },
  };
}

/** `Amount` in the row of a formula in the table itself, `Amount (Sales)`, `Amount (Sales, totals)`. */
function tableUse(source: string, place: FormulaPlace, { snapshot }: WordBook): ReferenceUse | null {
  const structured = source.includes('[') ? parseStructRef(source) : undefined;
  if (structured === undefined) return null;
  const { columns = [], sections = [] } = structured;
  const inside = snapshot.tables.find(
    ({ sheet, range }) =>
      sheet.toLowerCase() === place.sheet.toLowerCase() &&
      place.row >= range.firstRow &&
      place.row <= range.lastRow &&
      place.column >= range.firstColumn &&
      place.column <= range.lastColumn,
  );
  const name = structured.table || inside?.name || '';
  const thisRow = sections.includes('this row');
  const table = snapshot.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const what = columns.length === 0 ? (thisRow ? 'this row' : '') : [...new Set(columns)].join(' to ');
  const which = sections.filter((section) => section !== 'data' && (section !== 'this row' || inside === undefined));
  const tableWords = plainWords(name);
  const own = thisRow && inside !== undefined && (table === undefined || table === inside);
  const qualifiers = [...(own || what === '' ? [] : [tableWords]), ...which.map((section) => SECTIONS[section] ?? section)].filter(Boolean);
  const words = `${what || tableWords}${qualifiers.length === 0 ? '' : ` (${qualifiers.join(', ')})`}`;
  const first = table?.columns.findIndex((column) => column.name.toLowerCase() === columns[0]?.toLowerCase()) ?? -1;
  const last = table?.columns.findIndex((column) => column.name.toLowerCase() === columns[columns.length - 1]?.toLowerCase()) ?? -1;
  return {
    key: `${name}[${[...sections].sort().join(',')}|${columns.join(':')}]`.toLowerCase(),
    source,
    part: '',
    wordings: own ? [words, `${words} (this row)`, source] : [words, source],
    labelled: true,
    place: table === undefined ? null : tablePlace(table, first, last, thisRow ? place.row : 0),
  };
}

const SECTIONS: Readonly<Record<string, string>> = { all: 'with its header', headers: 'header', totals: 'totals' };

function tablePlace(table: WordBook['snapshot']['tables'][number], first: number, last: number, row: number): ReferenceUse['place'] {
  const { range, sheet } = table;
  const columns =
    first < 0 ? {} : { firstColumn: range.firstColumn + Math.min(first, last), lastColumn: range.firstColumn + Math.max(first, last) };
  const rows = row > 0 ? { firstRow: row, lastRow: row } : { firstRow: range.firstRow + (table.headerRow ? 1 : 0) };
  return { sheet, address: stringifyRange({ ...range, ...columns, ...rows }) };
}

/** A defined name says what it is; so does what no workbook at hand knows. */
function nameUse(source: string, place: FormulaPlace, book: WordBook): ReferenceUse {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(source);
  const sheet = match === null ? place.sheet : (match[1] ?? match[2]!).replace(/''/g, "'");
  const bare = match === null ? source : match[3]!;
  const name = sheet.includes('[') ? null : book.nameOn(bare, sheet);
  const table = match === null ? book.snapshot.tables.find((each) => each.name.toLowerCase() === bare.toLowerCase()) : undefined;
  // Of another workbook, or no name at all: as the formula has it.
  const plain = name === null && table === undefined && (match !== null || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(bare));
  const target = name === null ? null : rangeOf(name.formula, { sheet, row: 0, column: 0 }, book);
  return {
    key: plain ? source.toLowerCase() : `name ${name?.scope?.toLowerCase() ?? ''}!${bare.toLowerCase()}`,
    source,
    part: '',
    wordings: plain ? [source] : [plainWords(bare), `${plainWords(bare)} (name ${bare})`],
    labelled: name !== null || table !== undefined,
    place: target !== null ? { sheet: target.sheet, address: addressOf(target) } : table ? tablePlace(table, -1, -1, 0) : null,
  };
}

/** A name's words: underscores stand for spaces. */
function plainWords(name: string): string {
  return name.replace(/_+/g, ' ').trim() || name;
}
