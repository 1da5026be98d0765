import type { CellAddress } from '../workbook/Address';
import { formatValue } from '../workbook/formatValue';
import type { Table } from '../workbook/Snapshot';
import type { CellContent } from './SyncPlan';

/** The cells that head the columns of tables: Excel calls a column, and whatever refers to it, as its cell says. */
export class TableHeadings {
  private readonly tables: ReadonlyMap<string, readonly Table[]>;

  constructor(tables: readonly Table[]) {
    const bySheet = new Map<string, Table[]>();
    for (const table of tables) {
      if (!table.headerRow) continue;
      const key = table.sheet.toLowerCase();
      bySheet.set(key, [...(bySheet.get(key) ?? []), table]);
    }
    this.tables = bySheet;
  }

  /** Whether the cell heads a column. */
  holds(sheet: string, cell: CellAddress): boolean {
    return this.tableAt(sheet, cell) !== undefined;
  }

  /** Why a cell cannot get this content, as a sentence; null when it can, or heads no column. */
  whyNot(sheet: string, cell: CellAddress, { formula, value }: CellContent): string | null {
    const table = this.tableAt(sheet, cell);
    if (table === undefined) return null;
    if (formula !== null) return `It heads a column of the table ${table.name}, where no formula can stand: change it by hand.`;
    if (value === null || value === '' || typeof value === 'object')
      return `It heads a column of the table ${table.name}, which needs a heading: delete the column in Excel by hand.`;
    const at = cell.column - table.range.firstColumn;
    const taken = table.columns.some(({ name }, index) => index !== at && name.toLowerCase() === String(value).toLowerCase());
    return taken ? `Another column of the table ${table.name} is called ${String(value)}: call it otherwise first, then sync again.` : null;
  }

  /** Why a value of another workbook cannot stand in a heading, which is a text, as a sentence; null when it can, or heads no column. */
  whyNoText(sheet: string, cell: CellAddress, { value, format }: CellContent, dateSystem: 1900 | 1904): string | null {
    const table = this.tableAt(sheet, cell);
    if (table === undefined || (typeof value !== 'number' && typeof value !== 'boolean')) return null;
    const shown = formatValue(value, format, { dateSystem, locale: 'en-US' });
    const said = `It heads a column of the table ${table.name}, which keeps its headings as texts`;
    return table.columns[cell.column - table.range.firstColumn]!.name === shown
      ? `${said}: it says “${shown}” already, as official’s shows.`
      : `${said}, and is none in official: type “${shown}” there by hand.`;
  }

  private tableAt(sheet: string, { row, column }: CellAddress): Table | undefined {
    return this.tables
      .get(sheet.toLowerCase())
      ?.find(({ range }) => range.firstRow === row && range.firstColumn <= column && column <= range.lastColumn);
  }
}
