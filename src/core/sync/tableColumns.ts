import type { Difference } from '../compare/Difference';
import { overlaps } from '../workbook/Address';
import type { SheetSnapshot, Snapshot, Table, TableColumn } from '../workbook/Snapshot';
import { contentOf } from './cellContent';
import { localBefore, type LineLayout } from './LineLayout';
import type { SheetObjects } from './SheetObjects';
import type { HeadedColumn } from './SyncPlan';
import type { TablePair, TableRows } from './tableRows';

/** The official sheet from which columns come. */
export interface ColumnSource {
  readonly official: Snapshot;
  readonly sheet: SheetSnapshot;
}

/** A table of local as it stands once official's columns are in it. */
export interface PlacedColumns {
  readonly table: Table;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly columns: readonly TableColumn[];
  /** Those that come in at its right end, by making it wider. */
  readonly appended: readonly HeadedColumn[];
  /** Those that come in between others, by where they then stand. */
  readonly inserted: ReadonlyMap<number, HeadedColumn>;
}

/**
 * Returns why official's columns on these common lines cannot come into the local sheet, as a sentence; null when they can: a column between
 * those of one table comes into it, one right behind its last is taken in by making it wider. `taken` are all common lines that are
 * added, these among them.
 */
export function whyNotAddColumns(
  { tables, pairs, lines }: TableRows,
  { official, sheet, objects }: ColumnSource & { readonly objects: SheetObjects },
  columns: Iterable<number>,
  taken: ReadonlySet<number>,
): string | null {
  const before = localBefore(lines);
  for (const line of columns) {
    const column = lines.toOfficial[line]!;
    const own = lines.toLocal[line]!;
    const at = before[line]! + 1;
    const crossed = own > 0 ? [] : tables.filter(({ range }) => at > range.firstColumn && at <= range.lastColumn);
    if (crossed.length > 1) {
      const names = crossed.map(({ name }) => name).join(' and ');
      return `These columns would cross the tables ${names}, which stand one below the other: add them by hand.`;
    }
    const [inside] = crossed;
    if (inside && !pairs.some((pair) => pair.local === inside && isIn(pair.official, column))) {
      return `These columns would fall inside the table ${inside.name}, to which they do not belong in the official model: add them by hand.`;
    }
    const strange = official.tables.find(
      (table) => isOn(table, sheet) && isIn(table, column) && !pairs.some((pair) => pair.official === table),
    );
    if (strange) {
      return `This column is part of the table ${strange.name}, which this sheet of your workbook does not have: make that table in Excel, then sync again.`;
    }
    for (const pair of pairs) {
      if (!isIn(pair.official, column)) continue;
      const reason =
        whyNotHead(pair, { official, sheet }, column) ?? (pair.local === inside ? null : whyNotAppend(pair.local, line, before[line]!));
      if (reason) return reason;
      const met = own > 0 && !isIn(pair.local, own) ? whyNotTakeIn(objects, pair.local, own) : null;
      if (met) return `This column does not come into the table ${pair.local.name}: ${met}`;
    }
  }
  return null;

  function whyNotAppend({ name, range }: Table, line: number, previous: number): string | null {
    if (previous < range.firstColumn) return `These columns would come to stand left of the table ${name}: add them to it by hand.`;
    for (let between = lines.fromLocal[range.lastColumn]! + 1; between < line; between++) {
      if (lines.toLocal[between]! > 0 && !taken.has(between)) {
        return `Something stands between the table ${name} and these columns: add them to the table by hand.`;
      }
    }
    return null;
  }
}

/** Returns what keeps a table from taking in a column of its sheet, as a sentence. */
export function whyNotTakeIn({ tables, merges, arrays }: SheetObjects, { name: own, range: table }: Table, column: number): string | null {
  const cells = { ...table, firstColumn: column, lastColumn: column };
  const other = tables.find(({ name, range }) => name !== own && overlaps(range, cells));
  if (other) return `the table ${other.name} stands there.`;
  if (merges.some((range) => overlaps(range, cells))) return 'there are merged cells: unmerge them first.';
  return arrays.some((range) => overlaps(range, cells)) ? 'there is an array formula, which cannot stand in a table.' : null;
}

/** Whether any of the taken lines is added behind the last column of its table. */
export function widensTable({ pairs, lines }: TableRows, taken: ReadonlySet<number>): boolean {
  const before = localBefore(lines);
  return [...taken].some((line) =>
    pairs.some(({ official, local }) => isIn(official, lines.toOfficial[line]!) && before[line]! >= local.range.lastColumn),
  );
}

/** Whether a difference is about these tables as a whole. */
export function isOfTables({ kind, official, local }: Difference, pair: TablePair): boolean {
  return kind === 'table' && official?.address === pair.official.name && local?.address === pair.local.name;
}

/** Returns why a column of official's table cannot be one of local's, as a sentence; null when it can. */
export function whyNotHead({ official: from, local }: TablePair, { official, sheet }: ColumnSource, column: number): string | null {
  const heading = headingOf(from, { official, sheet }, column);
  if (!from.headerRow || !local.headerRow)
    return `The table ${local.name} has no header row, by which its columns are told apart: add this one by hand.`;
  if (heading === null) {
    return `Its heading in the table ${local.name} is no text in official, which an undo would not find again: add this column by hand.`;
  }
  if (local.columns.some(({ name }) => name.toLowerCase() === heading.toLowerCase())) {
    return `Another column of the table ${local.name} is called ${heading}: call it otherwise first, then sync again.`;
  }
  const total = from.totalsRow ? contentOf(official, sheet, from.range.lastRow, column) : null;
  if (total && (total.formula !== null || total.value !== null)) {
    return `It has a cell in the total row of the table ${local.name}, which is not synced: add this column by hand.`;
  }
  return null;
}

/** What heads a column of an official table; null where that is no text. */
export function headingOf({ range }: Table, { official, sheet }: ColumnSource, column: number): string | null {
  const { formula, value } = contentOf(official, sheet, range.firstRow, column);
  return formula === null && typeof value === 'string' && value !== '' ? value : null;
}

/** Where a table's columns stand once these of official's, by their numbers there, have come into it. */
export function placeColumns(
  { official: from, local }: TablePair,
  source: ColumnSource,
  layout: LineLayout,
  added: readonly number[],
): PlacedColumns {
  const own = local.columns.map((column, at): [number, TableColumn] => [layout.fromLocal(local.range.firstColumn + at), column]);
  const columns = new Map(own);
  const headed = new Map<number, HeadedColumn>();
  for (const column of added) {
    const { formula } = from.columns[column - from.range.firstColumn]!;
    const name = headingOf(from, source, column)!;
    columns.set(layout.fromOfficial(column), { name, formula: null });
    headed.set(layout.fromOfficial(column), { name, calculated: formula !== null });
  }
  const firstColumn = own[0]![0];
  const end = own.at(-1)![0];
  let lastColumn = end;
  while (headed.has(lastColumn + 1)) lastColumn++;
  const places = Array.from({ length: lastColumn - firstColumn + 1 }, (_, k) => firstColumn + k);
  return {
    table: local,
    firstColumn,
    lastColumn,
    columns: places.flatMap((place) => columns.get(place) ?? []),
    appended: places.flatMap((place) => (place > end ? headed.get(place)! : [])),
    inserted: new Map([...headed].filter(([place]) => place < end)),
  };
}

/** Whether a table stands in this column of its sheet. */
export function isIn({ range }: Table, column: number): boolean {
  return column >= range.firstColumn && column <= range.lastColumn;
}

function isOn({ sheet }: Table, { name }: SheetSnapshot): boolean {
  return sheet.toLowerCase() === name.toLowerCase();
}
