import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { columnName } from '../../src/core/workbook/Address';
import { workbook, type SheetText } from './workbook';

/** A column of the table: what heads it and what its cells hold, in which `#` is the row. */
export interface ModelColumn {
  readonly name: string;
  readonly cell: string | number;
}

export interface TableModel {
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly string[];
  /** Formulas elsewhere. */
  readonly sums?: readonly string[];
  /** Whether columns of formulas are calculated ones, which new rows get by themselves. */
  readonly calculated?: boolean;
  /** Cells of the table's sheet beside it. */
  readonly beside?: SheetText;
  readonly name?: string;
  /** How many of the columns the table covers; else all. */
  readonly covered?: number;
}

/** A sheet with a table of deals, and one of formulas that refer to it by name. */
export function tableModel({ columns, rows, sums = [], calculated = false, beside = {}, name = 'Deals', covered }: TableModel): Snapshot {
  const cells: Record<string, SheetText[string]> = { ...beside };
  columns.forEach((column, at) => {
    cells[`${columnName(at + 1)}1`] = column.name;
    rows.forEach((row, k) => {
      const { cell } = column;
      const isFormula = typeof cell === 'string' && cell.startsWith('=');
      cells[`${columnName(at + 1)}${k + 2}`] = isFormula ? [cell, 0] : typeof cell === 'number' ? cell + k : cell.replace('#', row);
    });
  });
  const width = covered ?? columns.length;
  return workbook(
    { Deals: cells, Sums: Object.fromEntries(['Sums', ...sums].map((sum, k) => [`A${k + 1}`, k === 0 ? sum : [sum, 0]])) },
    {
      tables: [
        {
          name,
          sheet: 'Deals',
          range: { firstRow: 1, lastRow: rows.length + 1, firstColumn: 1, lastColumn: width },
          headerRow: true,
          totalsRow: false,
          columns: columns.slice(0, width).map(({ name: head, cell }) => ({
            name: head,
            formula: calculated && typeof cell === 'string' && cell.startsWith('=') ? cell.slice(1) : null,
          })),
        },
      ],
    },
  );
}
