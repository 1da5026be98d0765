import type { SheetSnapshot, Snapshot, Span, Table } from '../workbook/Snapshot';
import type { Deletion } from './indexDeletions';
import type { Refusal, ResizeStep } from './SyncPlan';
import { isData } from './tableRows';

/** Whether rows of a local sheet are the last ones of one table, which keeps others and has no totals: it is made smaller before they go. */
export function isTableTail({ tables }: Snapshot, { name }: SheetSnapshot, { first, last }: Span): boolean {
  const met = tables.filter((table) => isOn(table, name) && first <= table.range.lastRow && last >= table.range.firstRow);
  const [table] = met;
  return met.length === 1 && !table!.totalsRow && last >= table!.range.lastRow && isData(table!, first - 1);
}

/** Refusals of deletions which together would take every data row out of a table; `tables` as they stand once official's lines are there. */
export function emptiedTables(tables: readonly Table[], deletions: readonly Deletion[]): Refusal[] {
  return tables.flatMap((table) => {
    const own = rowsOf(table, deletions);
    for (let row = table.range.firstRow; row <= table.range.lastRow; row++) if (isData(table, row) && !own.has(row)) return [];
    const reason = `These rows are all that the table ${table.name} holds: delete the table in Excel by hand.`;
    return [...new Set(own.values())].map((difference) => ({ difference, reason }));
  });
}

/** The steps that take rows out of the ends of tables before they are deleted: Excel would else take them for rows inside, and put them back outside. */
export function tailSteps(tables: readonly Table[], deletions: readonly Deletion[]): ResizeStep[] {
  return tables.flatMap((table): ResizeStep[] => {
    if (table.totalsRow) return [];
    const own = rowsOf(table, deletions);
    let { lastRow } = table.range;
    while (own.has(lastRow)) lastRow--;
    if (lastRow === table.range.lastRow) return [];
    return [{ kind: 'resizeTable', sheet: table.sheet, table: table.name, before: table.range, after: { ...table.range, lastRow } }];
  });
}

/** The rows of a table that are deleted, each with the difference that it is deleted for. */
function rowsOf({ sheet, range }: Table, deletions: readonly Deletion[]): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  for (const { difference, layout, axis, line, across } of deletions) {
    if (axis !== 'row' || across !== null || layout.name.toLowerCase() !== sheet.toLowerCase()) continue;
    if (line >= range.firstRow && line <= range.lastRow) rows.set(line, difference);
  }
  return rows;
}

function isOn({ sheet }: Table, name: string): boolean {
  return sheet.toLowerCase() === name.toLowerCase();
}
