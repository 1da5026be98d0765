import { toA1 } from '../formula/toA1';
import { overlaps } from '../workbook/Address';
import { findCell, valueAt } from '../workbook/cellAt';
import { isCellError } from '../workbook/CellValue';
import { ValueKind, type SheetSnapshot, type Snapshot } from '../workbook/Snapshot';
import { DEFINITION_FIELDS, type Definition, type DefinitionField } from './Definition';
import { fieldOfHeader, type HeaderField } from './fieldOfHeader';

type Columns = Partial<Record<DefinitionField, number>>;

interface Header {
  readonly row: number;
  readonly columns: Columns;
}

/**
 * The metrics that a workbook defines in words: the rows of every table or region whose header has a column for the
 * metric and one for its definition, formula or reference, and whose cells look like a dictionary.
 */
export function readDefinitions(snapshot: Snapshot): readonly Definition[] {
  const fields = snapshot.strings.map(fieldOfHeader);
  if (!fields.some((known) => known?.field === 'metric')) return [];
  return snapshot.sheets.flatMap((sheet, index) => {
    const headers = findHeaders(sheet, fields);
    return headers.flatMap((header, k) => {
      const entries = readEntries(snapshot, index, header, headers[k + 1]?.row ?? Infinity);
      return looksLikeDictionary(entries) ? entries : [];
    });
  });
}

/** Rows with a header for the metric and for its definition or formula, of which one at least is said in so many words. */
function findHeaders({ cells }: SheetSnapshot, fields: readonly (HeaderField | null)[]): Header[] {
  const headers: Header[] = [];
  let row = 0;
  let found: { readonly column: number; readonly known: HeaderField }[] = [];
  const close = (): void => {
    const columns: Columns = {};
    for (const sure of [true, false]) for (const { column, known } of found) if (known.sure === sure) columns[known.field] ??= column;
    // Beside the metric, a name is the one that formulas know it by.
    const name = found.find(({ column, known }) => known.field === 'metric' && !known.sure && column !== columns.metric);
    if (name !== undefined) columns.reference ??= name.column;
    const sure = (field: DefinitionField): boolean => found.some(({ known }) => known.field === field && known.sure);
    const said = columns.definition ?? columns.formula ?? columns.reference;
    if (columns.metric !== undefined && said !== undefined && (sure('metric') || sure('definition') || sure('formula')))
      headers.push({ row, columns });
  };
  for (let p = 0; p < cells.count; p++) {
    if (cells.row[p] !== row) {
      if (found.length > 1) close();
      row = cells.row[p]!;
      found = [];
    }
    const known = cells.kind[p] === ValueKind.Text ? fields[cells.payload[p]!] : null;
    if (known) found.push({ column: cells.column[p]!, known });
  }
  if (found.length > 1) close();
  return headers;
}

/** So many blank rows in a row end a dictionary. */
const MOST_BLANK = 2;

function readEntries(snapshot: Snapshot, sheet: number, { row: headerRow, columns }: Header, nextHeader: number): Definition[] {
  const { name, cells } = snapshot.sheets[sheet]!;
  const table = snapshot.tables.find(
    ({ sheet: home, range, headerRow: has }) =>
      home === name && has && range.firstRow === headerRow && overlaps(range, cellOf(headerRow, columns.metric!)),
  );
  const last = table === undefined ? (cells.row[cells.count - 1] ?? 0) : table.range.lastRow - (table.totalsRow ? 1 : 0);
  const inTable = (column: number): boolean =>
    table === undefined || (column >= table.range.firstColumn && column <= table.range.lastColumn);
  const own = Object.fromEntries(Object.entries(columns).filter(([, column]) => inTable(column))) as Columns;
  const entries: Definition[] = [];
  let blank = 0;
  for (let row = headerRow + 1; row <= Math.min(last, nextHeader - 1) && blank < MOST_BLANK; row++) {
    const texts: Partial<Record<DefinitionField, string>> = {};
    for (const field of DEFINITION_FIELDS) {
      const column = own[field];
      if (column !== undefined) texts[field] = textAt(snapshot, sheet, row, column);
    }
    blank = Object.values(texts).some((text) => text !== '') ? 0 : blank + 1;
    const metric = texts.metric ?? '';
    if (/\p{L}/u.test(metric) && !metric.startsWith('=')) entries.push({ metric, sheet, row, columns: own, texts });
  }
  return entries;
}

function cellOf(row: number, column: number) {
  return { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
}

function textAt(snapshot: Snapshot, sheet: number, row: number, column: number): string {
  const { cells } = snapshot.sheets[sheet]!;
  const position = findCell(cells, row, column);
  if (position < 0) return '';
  const formula = cells.formula[position]!;
  if (formula >= 0) return `=${toA1(snapshot.formulas[formula]!, row, column)}`;
  const value = valueAt(snapshot, cells, position);
  return value === null ? '' : isCellError(value) ? value.error : String(value).trim();
}

/** Names that are told apart and short, and mostly something in words or a formula beside them. */
function looksLikeDictionary(entries: readonly Definition[]): boolean {
  const howOf = ({ texts }: Definition): string => texts.formula || texts.reference || '';
  const said = entries.filter((entry) => (entry.texts.definition ?? '') !== '' || howOf(entry) !== '');
  if (said.length === 0) return false;
  const telling = said.filter(
    (entry) => /\S\s+\S/.test(entry.texts.definition ?? '') || /^=|[!(*/+]|\S\s+\S|^\p{L}[\p{L}\p{N}_.]*$/u.test(howOf(entry)),
  );
  const short = said.filter(({ metric }) => metric.length <= LONGEST_NAME);
  const different = new Set(said.map(({ metric }) => metric.toLowerCase())).size;
  return telling.length * 2 >= said.length && short.length * 2 >= said.length && different * 2 >= said.length;
}

/** What metrics are called is shorter. */
const LONGEST_NAME = 80;
