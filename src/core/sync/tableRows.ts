import type { Axis } from '../align/Correspondence';
import type { SheetSnapshot, Snapshot, Table } from '../workbook/Snapshot';
import { localBefore, type LineLayout } from './LineLayout';

/** A table that both workbooks have, whatever its range. */
export interface TablePair {
  readonly official: Table;
  readonly local: Table;
}

/** What decides whether official's rows can come into a sheet with tables. */
export interface TableRows {
  /** All tables of the local sheet. */
  readonly tables: readonly Table[];
  readonly pairs: readonly TablePair[];
  readonly lines: Axis;
}

/** Returns the tables of a sheet, paired by name. */
export function tableRowsOf(
  official: Snapshot,
  officialSheet: SheetSnapshot,
  local: Snapshot,
  sheet: SheetSnapshot,
  lines: Axis,
): TableRows {
  const tables = tablesOf(local, sheet);
  const pairs = tablesOf(official, officialSheet).flatMap((table): TablePair[] => {
    const partner = tables.find(({ name }) => name.toLowerCase() === table.name.toLowerCase());
    return partner ? [{ official: table, local: partner }] : [];
  });
  return { tables, pairs, lines };
}

/**
 * Returns why official's rows on these common lines cannot come into the local sheet, as a sentence; null when they can:
 * a row inside one table lets it grow, a row right below its last is taken in by resizing it. `taken` are all common
 * lines that are added, these among them.
 */
export function whyNotAddRows({ tables, pairs, lines }: TableRows, rows: Iterable<number>, taken: ReadonlySet<number>): string | null {
  const before = localBefore(lines);
  for (const line of rows) {
    const row = lines.toOfficial[line]!;
    const own = lines.toLocal[line]!;
    const at = before[line]! + 1;
    const crossed = own > 0 ? [] : tables.filter(({ range }) => at > range.firstRow && at <= range.lastRow);
    if (crossed.length > 1) {
      const names = crossed.map(({ name }) => name).join(' and ');
      return `These rows would cross the tables ${names}, which stand side by side: Excel cannot insert rows there. Add them by hand.`;
    }
    const [inside] = crossed;
    if (inside && !pairs.some((pair) => pair.local === inside && isData(pair.official, row))) {
      return `These rows would fall inside the table ${inside.name}, to which they do not belong in the official model: add them by hand.`;
    }
    for (const { official, local } of pairs) {
      if (official.totalsRow && row === official.range.lastRow && !local.totalsRow) {
        return `This is the total row of the table ${local.name}: switch it on in Excel under Table Design, then sync again.`;
      }
      if (!isData(official, row) || local === inside || isInside(local, own)) continue;
      const reason = whyNotAppend(local, lines, line, before[line]!, taken);
      if (reason) return reason;
    }
  }
  return null;
}

/** The last row that a table covers once the taken lines are added and it has taken in those that belong to it. */
export function lastRowOf({ official, local }: TablePair, lines: Axis, layout: LineLayout, taken: ReadonlySet<number>): number {
  let last = layout.fromLocal(local.range.lastRow);
  for (const line of taken) {
    const row = lines.toOfficial[line]!;
    if (isData(official, row)) last = Math.max(last, layout.fromOfficial(row));
  }
  return last;
}

/** Whether any of the taken lines is added below the last row of its table. */
export function extendsTable({ pairs, lines }: TableRows, taken: ReadonlySet<number>): boolean {
  const before = localBefore(lines);
  return [...taken].some((line) =>
    pairs.some(({ official, local }) => isData(official, lines.toOfficial[line]!) && before[line]! >= local.range.lastRow),
  );
}

function whyNotAppend(table: Table, lines: Axis, line: number, before: number, taken: ReadonlySet<number>): string | null {
  const { firstRow, lastRow } = table.range;
  if (before < firstRow) return `These rows would come to stand above the table ${table.name}: add them to it by hand.`;
  if (table.totalsRow) {
    return `These rows would come to stand below the total row of the table ${table.name}: add them above it by hand.`;
  }
  for (let between = lines.fromLocal[lastRow]! + 1; between < line; between++) {
    if (lines.toLocal[between]! > 0 && !taken.has(between)) {
      return `Something stands between the table ${table.name} and these rows: add them to the table by hand.`;
    }
  }
  return null;
}

/** Whether a row is one of a table's data rows. */
export function isData({ range, headerRow, totalsRow }: Table, row: number): boolean {
  return row >= range.firstRow + (headerRow ? 1 : 0) && row <= range.lastRow - (totalsRow ? 1 : 0);
}

function isInside({ range }: Table, row: number): boolean {
  return row >= range.firstRow && row <= range.lastRow;
}

function tablesOf({ tables }: Snapshot, { name }: SheetSnapshot): readonly Table[] {
  return tables.filter(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
}
