import type { Snapshot, Table } from '../workbook/Snapshot';
import { rangeFromLocal, type SheetLayout } from './SheetLayout';
import type { HeadedColumn, ResizeStep } from './SyncPlan';
import type { PlacedColumns } from './tableColumns';

/** The last row of a table once it has taken in the rows added to it. */
export interface LastRow {
  readonly table: Table;
  readonly row: number;
}

/** A table of local as it stands once official's rows and columns are in it. */
export interface PlacedTable {
  readonly table: Table;
  readonly appended: readonly HeadedColumn[];
  readonly inserted: ReadonlyMap<number, HeadedColumn>;
}

const NONE: Pick<PlacedTable, 'appended' | 'inserted'> = { appended: [], inserted: new Map() };

/** Returns local's tables as they then stand, in their order. */
export function placeTables(
  local: Snapshot,
  layouts: readonly SheetLayout[],
  lastRows: readonly LastRow[],
  columns: readonly PlacedColumns[],
): PlacedTable[] {
  return local.tables.map((table): PlacedTable => {
    const layout = layoutOf(table, layouts);
    if (!layout) return { table, ...NONE };
    const range = rangeFromLocal(layout, table.range);
    const wider = columns.find((each) => each.table === table);
    const lastRow = lastRows.find((each) => each.table === table)?.row ?? range.lastRow;
    return {
      table: {
        ...table,
        range: { ...range, lastRow, lastColumn: wider?.lastColumn ?? range.lastColumn },
        columns: wider?.columns ?? table.columns,
      },
      appended: wider?.appended ?? [],
      inserted: wider?.inserted ?? NONE.inserted,
    };
  });
}

/** The steps by which tables take in rows: Excel lets a table grow by itself only for lines inserted inside of it. */
export function rowSteps(local: Snapshot, placed: readonly PlacedTable[], layouts: readonly SheetLayout[]): ResizeStep[] {
  return placed.flatMap(({ table: { name, sheet, range } }, index): ResizeStep[] => {
    const layout = layoutOf({ sheet }, layouts);
    const before = layout ? rangeFromLocal(layout, local.tables[index]!.range) : range;
    if (before.lastRow === range.lastRow) return [];
    return [{ kind: 'resizeTable', sheet, table: name, before, after: { ...before, lastRow: range.lastRow } }];
  });
}

/** The steps by which tables take in the columns beside them, once these are headed and all rows have come. */
export function columnSteps(placed: readonly PlacedTable[]): ResizeStep[] {
  return placed.flatMap(({ table: { name, sheet, range }, appended }): ResizeStep[] => {
    if (appended.length === 0) return [];
    const before = { ...range, lastColumn: range.lastColumn - appended.length };
    return [{ kind: 'resizeTable', sheet, table: name, before, after: range, columns: appended }];
  });
}

function layoutOf({ sheet }: Pick<Table, 'sheet'>, layouts: readonly SheetLayout[]): SheetLayout | undefined {
  return layouts.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
}
