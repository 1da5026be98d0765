import { parseStructRef, tokenize } from '@borgar/fx';
import { quoteSheetName, stringifyRange, type CellRange } from '../../core/workbook/Address';
import type { HostSheet } from '../book/HostSheet';
import type { HostTable } from '../book/HostTables';

/** Where a formula stands and the tables it may speak of. */
export interface FormulaPlace {
  readonly tables: readonly HostTable[];
  readonly sheet: HostSheet;
  readonly row: number;
  readonly column: number;
}

/**
 * The formula as the grid can calculate it: the grid knows no tables, so `[@Quota]` and `Territories[Quota]` become the
 * cells they stand for. What cannot be resolved stays as it is. The book keeps the user's own text.
 */
export function gridFormula(formula: string, place: FormulaPlace): string {
  if (!speaksOfTables(formula, place.tables)) return formula;
  return tokenize(formula, { mergeRefs: true, withLocation: false })
    .map(({ type, value }) => {
      if (type === 'structured') return cellsOf(value, place) ?? value;
      return (type === 'range_named' && value !== '' && tableOf(value, place) && cellsOf(`${value}[]`, place)) || value;
    })
    .join('');
}

/** Whether looking closer is worth it: most formulas are none of the tables' business. */
export function speaksOfTables(formula: string, tables: readonly HostTable[]): boolean {
  if (tables.length === 0) return false;
  if (formula.includes('[')) return true;
  const lower = formula.toLowerCase();
  return tables.some((table) => lower.includes(table.name.toLowerCase()));
}

function cellsOf(text: string, place: FormulaPlace): string | null {
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
  const cells = stringifyRange(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return table.sheet === place.sheet ? cells : `${quoteSheetName(table.sheet.name)}!${cells}`;
}

function tableOf(name: string, { tables, sheet, row, column }: FormulaPlace): HostTable | null {
  if (name !== '') return tables.find((table) => table.name.toLowerCase() === name.toLowerCase()) ?? null;
  const around = ({ range }: HostTable) =>
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
  return tables.find((table) => table.sheet === sheet && around(table)) ?? null;
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
