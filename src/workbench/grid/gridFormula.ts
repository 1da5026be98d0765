import { parseStructRef, tokenize } from '@borgar/fx';
import { findReferences } from '../../core/formula/findReferences';
import { scalarOperands } from '../../core/formula/scalarOperands';
import { isInside, quoteSheetName, stringifyRange, type CellRange } from '../../core/workbook/Address';
import type { HostSheet } from '../book/HostSheet';
import type { HostTable } from '../book/HostTables';
import { cellOfRange } from './cellOfRange';
import type { RangeNames } from './RangeNames';

/** Where a formula stands, the tables it may speak of and the names which stand for ranges. */
export interface FormulaPlace {
  readonly tables: readonly HostTable[];
  readonly names: RangeNames;
  readonly sheet: HostSheet;
  readonly row: number;
  readonly column: number;
}

interface Token {
  readonly type: string;
  readonly value: string;
}

/**
 * The formula as the grid can calculate it: the grid knows no tables, so `[@Quota]` and `Territories[Quota]` become the cells they stand
 * for; and where a file's formula takes one cell of a range, `A:A*2`, the grid would calculate with all of them, so it is given the one.
 * What cannot be resolved stays as it is. The book keeps the user's own text.
 */
export function gridFormula(formula: string, place: FormulaPlace): string {
  const tables = speaksOfTables(formula, place.tables);
  if (!tables && !mayTakeOneCell(formula, place.names)) return formula;
  const tokens = tokenize(formula, { mergeRefs: true, withLocation: false }).map(({ type, value }): Token => {
    if (tables && type === 'structured') return cellsOf(value, place) ?? { type, value };
    return (tables && type === 'range_named' && value !== '' && tableOf(value, place) && cellsOf(`${value}[]`, place)) || { type, value };
  });
  return (inArray(place) ? tokens : withOneCell(tokens, place)).map(({ value }) => value).join('');
}

/** Calls as most ranges are used, in which each stands where one is wanted: sparing them a closer look makes opening a large model quick. */
const RANGE = "[\\w$:.! ']*";
const ONE = '[^:,()]*';
const PLAIN_CALL = new RegExp(
  [
    `(?:SUM|AVERAGE|MIN|MAX|COUNTA?)\\(${RANGE}(?:,${RANGE})*\\)`,
    `(?:SUM|AVERAGE)IFS\\(${RANGE}(?:,${RANGE},${ONE})+\\)`,
    `COUNTIFS?\\(${RANGE},${ONE}(?:,${RANGE},${ONE})*\\)`,
    `SUMIF\\(${RANGE},${ONE}(?:,${RANGE})?\\)`,
    `INDEX\\(${RANGE}(?:,${ONE})+\\)`,
    `(?:MATCH|[VH]LOOKUP)\\(${ONE},${RANGE}(?:,${ONE})*\\)`,
  ].join('|'),
  'gi',
);

function mayTakeOneCell(formula: string, names: RangeNames): boolean {
  if (names.mayBeIn(formula) || formula.includes('@')) return true;
  let rest = formula;
  // Inner calls first, then those around them.
  for (let depth = 0; depth < 3 && rest.includes(':'); depth++) rest = rest.replace(PLAIN_CALL, '0');
  return rest.includes(':');
}

/** Array formulas take ranges as a whole. */
function inArray({ sheet, row, column }: FormulaPlace): boolean {
  return sheet.arrays.some(({ range }) => isInside(range, { row, column }));
}

function withOneCell(tokens: readonly Token[], place: FormulaPlace): readonly Token[] {
  const scalar = scalarOperands(tokens);
  // The grid knows `@` only before ranges, and takes it for an error before a cell.
  return tokens
    .map((token, i) => (scalar.has(i) ? { ...token, value: oneCell(token, place) } : token))
    .filter(({ type, value }) => type !== 'operator' || value !== '@');
}

function oneCell({ type, value }: Token, { names, sheet, row, column }: FormulaPlace): string {
  const named = type === 'range_named' ? names.find(value, sheet) : null;
  const reference = named ? named.reference : findReferences(value)[0];
  if (!reference || reference.join !== ':') return value;
  const cell = cellOfRange(reference, row, column);
  const prefix = named ? named.prefix : value.slice(0, reference.start);
  return cell.startsWith('#') || prefix === `${quoteSheetName(sheet.name)}!` ? cell : prefix + cell;
}

/** Whether the grid may need another text than the formula's own. */
export function isResolved(formula: string, { tables, names }: Pick<FormulaPlace, 'tables' | 'names'>): boolean {
  return speaksOfTables(formula, tables) || mayTakeOneCell(formula, names);
}

/** Whether looking closer is worth it: most formulas are none of the tables' business. */
function speaksOfTables(formula: string, tables: readonly HostTable[]): boolean {
  if (tables.length === 0) return false;
  if (formula.includes('[')) return true;
  const lower = formula.toLowerCase();
  return tables.some((table) => lower.includes(table.name.toLowerCase()));
}

function cellsOf(text: string, place: FormulaPlace): Token | null {
  const reference = parseStructRef(text);
  if (!reference) return null;
  const { columns = [], sections = [] } = reference;
  const table = tableOf(reference.table ?? '', place);
  if (!table) return null;
  const rows = rowsOf(table, sections, place.row);
  const first = columns.length === 0 ? 0 : columnIndex(table, columns[0]!);
  const last = columns.length === 0 ? table.columns.length - 1 : columnIndex(table, columns[columns.length - 1]!);
  if (!rows || first < 0 || last < 0) return null;
  const range: CellRange = {
    ...rows,
    firstColumn: table.range.firstColumn + Math.min(first, last),
    lastColumn: table.range.firstColumn + Math.max(first, last),
  };
  // The same row stays the same row when the grid fills the formula over others.
  const thisRow = sections.some((section) => section.toLowerCase() === 'this row');
  const cells = stringifyRange(range).replace(/([A-Z]+)(\d+)/g, thisRow ? '$$$1$2' : '$$$1$$$2');
  return { type: 'range', value: table.sheet === place.sheet ? cells : `${quoteSheetName(table.sheet.name)}!${cells}` };
}

function tableOf(name: string, { tables, sheet, row, column }: FormulaPlace): HostTable | null {
  if (name !== '') return tables.find((table) => table.name.toLowerCase() === name.toLowerCase()) ?? null;
  return tables.find((table) => table.sheet === sheet && isInside(table.range, { row, column })) ?? null;
}

function columnIndex(table: HostTable, name: string): number {
  return table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
}

function rowsOf(table: HostTable, sections: readonly string[], row: number): Pick<CellRange, 'firstRow' | 'lastRow'> | null {
  const { firstRow, lastRow } = table.range;
  const dataFirst = firstRow + (table.headerRow ? 1 : 0);
  const dataLast = lastRow - (table.totalsRow ? 1 : 0);
  const wanted = new Set(sections.map((section) => section.toLowerCase()));
  if (wanted.has('this row')) return row >= dataFirst && row <= dataLast ? { firstRow: row, lastRow: row } : null;
  if (wanted.size === 0) return { firstRow: dataFirst, lastRow: dataLast };
  if (wanted.has('all')) return { firstRow, lastRow };
  const begin = wanted.has('headers') ? firstRow : wanted.has('data') ? dataFirst : lastRow;
  const end = wanted.has('totals') ? lastRow : wanted.has('data') ? dataLast : firstRow;
  const missing = (wanted.has('headers') && !table.headerRow) || (wanted.has('totals') && !table.totalsRow);
  return missing || begin > end ? null : { firstRow: begin, lastRow: end };
}
