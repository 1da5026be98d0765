import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import { commonPlace } from '../align/bands';
import { cellCount, stringifyRange } from '../workbook/Address';
import type { Table } from '../workbook/Snapshot';
import { plainSide, type DifferenceDraft } from './DifferenceSink';
import { onOneSheet, pairOfTable, sameCells, topOfColumn, type ColumnPair, type PairedTables, type TablePair } from './pairTables';

/** By which parts of a table's note can be told from one another. */
export const TABLE_NOTES = {
  covers: 'covers',
  own: 'with the column',
  called: 'is called',
  order: 'columns in another order',
  newRows: 'new rows of the column',
  header: 'header row',
  total: 'total row',
} as const;

/** What was found on the cells that tables cover, so that it is not told twice. */
export interface CellFindings {
  /** True when another formula was found somewhere in these common rows of a column. */
  readonly otherFormula: (pair: number, column: number, firstRow: number, lastRow: number) => boolean;
}

/**
 * One difference for every Excel table that only one workbook has, or that is called or built otherwise. What the cells,
 * rows and columns of the sheet tell already is left to them: a header that reads otherwise, a column that came with its
 * sheet's column, a calculated column whose cells hold another formula.
 */
export function compareTables(
  grid: CommonGrid,
  { pairs, onlyOfficial, onlyLocal }: PairedTables,
  findings: CellFindings,
): DifferenceDraft[] {
  const drafts: DifferenceDraft[] = [];
  for (const table of onlyOfficial)
    if (!isAlone(grid, 'official', table)) drafts.push({ kind: 'table', cells: cellsOf(table), official: sideOf(table), local: null });
  for (const pair of pairs) {
    const notes = tableNotes(grid, pair, findings);
    if (notes.length > 0)
      drafts.push({ kind: 'table', cells: 1, official: sideOf(pair.official), local: sideOf(pair.local), note: notes.join('; ') });
  }
  for (const table of onlyLocal)
    if (!isAlone(grid, 'local', table)) drafts.push({ kind: 'table', cells: cellsOf(table), official: null, local: sideOf(table) });
  return drafts;
}

/** True when only one workbook has the sheet on which a table stands. */
function isAlone(grid: CommonGrid, side: 'official' | 'local', table: Table): boolean {
  const sheet = grid[side].sheets.findIndex(({ name }) => name.toLowerCase() === table.sheet.toLowerCase());
  const pair = sheet < 0 ? undefined : grid.pairs[(side === 'official' ? grid.officialPair : grid.localPair)[sheet]!];
  return pair !== undefined && (pair.official === null || pair.local === null);
}

function tableNotes(grid: CommonGrid, tables: TablePair, findings: CellFindings): string[] {
  const { official, local } = tables;
  const notes: string[] = [];
  if (official.name.toLowerCase() !== local.name.toLowerCase()) notes.push(`renamed from ${official.name} to ${local.name}`);
  if (!sameCells(grid, official, local))
    notes.push(
      onOneSheet(grid, official, local)
        ? `${TABLE_NOTES.covers} ${stringifyRange(official.range)} in official, ${stringifyRange(local.range)} in yours`
        : `on the sheet ${official.sheet} in official, on ${local.sheet} in yours`,
    );
  notes.push(...columnNotes(grid, tables), ...formulaNotes(grid, tables, findings), ...edgeNotes(grid, tables));
  return notes;
}

function columnNotes(grid: CommonGrid, { official, local, columns }: TablePair): string[] {
  const notes: string[] = [];
  const pair = pairOfTable(grid, official);
  const together = onOneSheet(grid, official, local);
  const standsAlone = (side: 'official' | 'local', table: Table, at: number): boolean => {
    if (!together) return false;
    const { row, column } = topOfColumn(grid, side, pair, table, at);
    return !grid.bothHave(pair, row, column);
  };
  const gone = columns.filter((one) => one.local === null && !standsAlone('official', official, one.official!.at));
  const added = columns.filter((one) => one.official === null && !standsAlone('local', local, one.local!.at));
  if (gone.length > 0) notes.push(`without the column ${gone.map((one) => one.official!.name).join(', ')}`);
  if (added.length > 0) notes.push(`${TABLE_NOTES.own} ${added.map((one) => one.local!.name).join(', ')} added`);
  const both = columns.filter((one) => one.official !== null && one.local !== null);
  if (!(official.headerRow && local.headerRow))
    for (const one of both)
      if (isRenamed(one)) notes.push(`the column ${one.official!.name} ${TABLE_NOTES.called} ${one.local!.name} in yours`);
  const inOrder = both.every((one, k) => k === 0 || both[k - 1]!.local!.at < one.local!.at);
  if (!inOrder) {
    const order = [...both].sort((a, b) => a.local!.at - b.local!.at).map((one) => one.local!.name);
    notes.push(`${TABLE_NOTES.order}: ${order.join(', ')}`);
  }
  return notes;
}

function formulaNotes(grid: CommonGrid, { official, local, columns }: TablePair, { otherFormula }: CellFindings): string[] {
  const pair = pairOfTable(grid, official);
  return columns.flatMap((one) => {
    if (one.official === null || one.local === null || sameColumnFormula(grid, official, local, one)) return [];
    const { row, column } = topOfColumn(grid, 'official', pair, official, one.official.at);
    const last = commonPlace(grid.pairs[pair]!, 'official', official.range.lastRow, official.range.firstColumn + one.official.at).row;
    if (onOneSheet(grid, official, local) && otherFormula(pair, column, row, last)) return [];
    return [
      `${TABLE_NOTES.newRows} ${one.official.name} get ${inWords(one.official.formula)} in official, ${inWords(one.local.formula)} in yours`,
    ];
  });
}

function inWords(formula: string | null): string {
  return formula === null ? 'no formula' : `=${formula}`;
}

function edgeNotes(grid: CommonGrid, { official, local }: TablePair): string[] {
  const pair = pairOfTable(grid, official);
  const notes: string[] = [];
  if (official.headerRow !== local.headerRow)
    notes.push(official.headerRow ? `without the ${TABLE_NOTES.header}` : `with a ${TABLE_NOTES.header} added`);
  if (official.totalsRow !== local.totalsRow) {
    const [side, { range }] = official.totalsRow ? (['official', official] as const) : (['local', local] as const);
    const { row, column } = commonPlace(grid.pairs[pair]!, side, range.lastRow, range.firstColumn);
    if (!onOneSheet(grid, official, local) || grid.bothHave(pair, row, column))
      notes.push(official.totalsRow ? `without the ${TABLE_NOTES.total}` : `with a ${TABLE_NOTES.total} added`);
  }
  return notes;
}

/** True for a column that is called otherwise in local. */
export function isRenamed({ official, local }: ColumnPair): boolean {
  return official !== null && local !== null && official.name.toLowerCase() !== local.name.toLowerCase();
}

/** True when both columns are calculated in the same way, or neither is. */
export function sameColumnFormula(grid: CommonGrid, official: Table, local: Table, column: ColumnPair): boolean {
  const ours = column.official!.formula;
  const theirs = column.local!.formula;
  if (ours === null || theirs === null) return ours === theirs;
  const place: Place = {
    pair: pairOfTable(grid, official),
    officialRow: official.range.firstRow + (official.headerRow ? 1 : 0),
    officialColumn: official.range.firstColumn + column.official!.at,
    localRow: local.range.firstRow + (local.headerRow ? 1 : 0),
    localColumn: local.range.firstColumn + column.local!.at,
  };
  const a = grid.officialShapes.ofText(ours, place.officialRow, place.officialColumn);
  const b = grid.localShapes.ofText(theirs, place.localRow, place.localColumn);
  return grid.sameShape(a, b) && grid.sameTargets(a, b, place);
}

function sideOf({ sheet, name }: Table): DifferenceDraft['official'] {
  return plainSide(sheet, name);
}

function cellsOf({ range }: Table): number {
  return cellCount(range);
}
