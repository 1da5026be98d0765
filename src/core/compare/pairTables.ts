import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import { commonPlace } from '../align/bands';
import { quoteSheetName, stringifyRange } from '../workbook/Address';
import type { Table, TableColumn } from '../workbook/Snapshot';

/** A table of both workbooks and which of its columns are which. */
export interface TablePair {
  readonly official: Table;
  readonly local: Table;
  readonly columns: readonly ColumnPair[];
}

/** A column of a table of both workbooks; null where only one has it. `at` counts in the table, from 0. */
export interface ColumnPair {
  readonly official: PlacedColumn | null;
  readonly local: PlacedColumn | null;
}

interface PlacedColumn extends TableColumn {
  readonly at: number;
}

export interface PairedTables {
  readonly pairs: readonly TablePair[];
  readonly onlyOfficial: readonly Table[];
  readonly onlyLocal: readonly Table[];
}

/** Pairs tables by name, in any case, then by the cells they cover; their columns by name, then by where they stand. */
export function pairTables(grid: CommonGrid): PairedTables {
  const left = [...grid.local.tables];
  const partners = new Map<Table, Table>();
  const match = (alike: (official: Table, local: Table) => boolean): void => {
    for (const official of grid.official.tables) {
      if (partners.has(official)) continue;
      const index = left.findIndex((local) => alike(official, local));
      if (index >= 0) partners.set(official, left.splice(index, 1)[0]!);
    }
  };
  match((official, local) => sameText(official.name, local.name));
  match((official, local) => sameCells(grid, official, local));
  return {
    pairs: [...partners].map(([official, local]) => ({ official, local, columns: pairColumns(grid, official, local) })),
    onlyOfficial: grid.official.tables.filter((table) => !partners.has(table)),
    onlyLocal: left,
  };
}

/** True when both tables cover the same cells of the common grid. */
export function sameCells(grid: CommonGrid, official: Table, local: Table): boolean {
  const a = grid.officialShapes.ofText(cellsOfTable(official), 1, 1);
  const b = grid.localShapes.ofText(cellsOfTable(local), 1, 1);
  const place: Place = { pair: pairOfTable(grid, official), officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 };
  return grid.sameTargets(a, b, place);
}

/** The cells that a table covers, as a reference. */
export function cellsOfTable({ sheet, range }: Table): string {
  return `${quoteSheetName(sheet)}!${stringifyRange(range)}`;
}

/** The sheet pair that an official table stands on. */
export function pairOfTable(grid: CommonGrid, { sheet }: Table): number {
  const index = grid.official.sheets.findIndex(({ name }) => name === sheet);
  return index < 0 ? -1 : grid.officialPair[index]!;
}

/** True when both tables stand on one sheet, whatever it is called. */
export function onOneSheet(grid: CommonGrid, official: Table, local: Table): boolean {
  const partner = grid.pairs[pairOfTable(grid, official)]?.local ?? null;
  return partner !== null && grid.local.sheets[partner]!.name === local.sheet;
}

/** Where a column of a table begins on the common grid: its header, or its first row. */
export function topOfColumn(grid: CommonGrid, side: 'official' | 'local', pair: number, { range }: Table, at: number) {
  return commonPlace(grid.pairs[pair]!, side, range.firstRow, range.firstColumn + at);
}

function pairColumns(grid: CommonGrid, official: Table, local: Table): ColumnPair[] {
  const left: PlacedColumn[] = local.columns.map((column, at) => ({ ...column, at }));
  const take = (index: number): PlacedColumn | null => (index < 0 ? null : left.splice(index, 1)[0]!);
  const ours: PlacedColumn[] = official.columns.map((column, at) => ({ ...column, at }));
  const byName = ours.map((column) => take(left.findIndex(({ name }) => sameText(name, column.name))));
  const pair = pairOfTable(grid, official);
  const together = onOneSheet(grid, official, local);
  const columnOf = (side: 'official' | 'local', table: Table, { at }: PlacedColumn): number =>
    topOfColumn(grid, side, pair, table, at).column;
  const pairs = ours.map((column, k): ColumnPair => {
    const named = byName[k];
    if (named) return { official: column, local: named };
    const place = together ? columnOf('official', official, column) : 0;
    return { official: column, local: together ? take(left.findIndex((other) => columnOf('local', local, other) === place)) : null };
  });
  return [...pairs, ...left.map((column) => ({ official: null, local: column }))];
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
