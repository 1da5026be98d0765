import type { CommonGrid, Place } from '../align/CommonGrid';
import { quoteSheetName, stringifyRange } from '../workbook/Address';
import type { Table } from '../workbook/Snapshot';
import { plainSide, type DifferenceDraft } from './DifferenceSink';

/**
 * One difference for every Excel table that only one workbook has, or whose name, range, columns or calculated columns differ;
 * none for what came or went with its sheet.
 */
export function compareTables(grid: CommonGrid): DifferenceDraft[] {
  const drafts: DifferenceDraft[] = [];
  const left = [...grid.local.tables];
  const take = (index: number): Table | null => (index < 0 ? null : left.splice(index, 1)[0]!);
  const unpaired: Table[] = [];
  const pairs: [Table, Table][] = [];
  for (const table of grid.official.tables) {
    const partner = take(left.findIndex(({ name }) => name.toLowerCase() === table.name.toLowerCase()));
    if (partner === null) unpaired.push(table);
    else pairs.push([table, partner]);
  }
  for (const table of unpaired) {
    const partner = take(left.findIndex((other) => sameRange(grid, table, other)));
    if (partner !== null) pairs.push([table, partner]);
    else if (!isAlone(grid, 'official', table)) drafts.push({ kind: 'table', cells: cellsOf(table), official: sideOf(table), local: null });
  }
  for (const [official, local] of pairs) {
    const notes = tableNotes(grid, official, local);
    if (notes.length > 0) {
      drafts.push({ kind: 'table', cells: 1, official: sideOf(official), local: sideOf(local), note: notes.join('; ') });
    }
  }
  for (const table of left) {
    if (!isAlone(grid, 'local', table)) drafts.push({ kind: 'table', cells: cellsOf(table), official: null, local: sideOf(table) });
  }
  return drafts;
}

/** True when only one workbook has the sheet on which a table stands. */
function isAlone(grid: CommonGrid, side: 'official' | 'local', table: Table): boolean {
  const sheet = grid[side].sheets.findIndex(({ name }) => name.toLowerCase() === table.sheet.toLowerCase());
  const pair = sheet < 0 ? undefined : grid.pairs[(side === 'official' ? grid.officialPair : grid.localPair)[sheet]!];
  return pair !== undefined && (pair.official === null || pair.local === null);
}

function tableNotes(grid: CommonGrid, official: Table, local: Table): string[] {
  const notes: string[] = [];
  if (official.name.toLowerCase() !== local.name.toLowerCase()) notes.push(`renamed from ${official.name} to ${local.name}`);
  if (!sameRange(grid, official, local))
    notes.push(`covers ${stringifyRange(official.range)} in official, ${stringifyRange(local.range)} in yours`);
  const ours = new Map(official.columns.map((column) => [column.name.toLowerCase(), column]));
  const theirs = new Map(local.columns.map((column) => [column.name.toLowerCase(), column]));
  const gone = official.columns.filter(({ name }) => !theirs.has(name.toLowerCase())).map(({ name }) => name);
  const added = local.columns.filter(({ name }) => !ours.has(name.toLowerCase())).map(({ name }) => name);
  if (gone.length > 0) notes.push(`without the column ${gone.join(', ')}`);
  if (added.length > 0) notes.push(`with the column ${added.join(', ')} added`);
  for (const [key, column] of ours) {
    const other = theirs.get(key);
    if (other === undefined || sameColumnFormula(grid, official, column.formula, local, other.formula)) continue;
    notes.push(`calculated column ${column.name}: =${column.formula ?? ''} in official, =${other.formula ?? ''} in yours`);
  }
  if (official.totalsRow !== local.totalsRow) notes.push(official.totalsRow ? 'without the total row' : 'with a total row added');
  return notes;
}

function sameColumnFormula(grid: CommonGrid, official: Table, ours: string | null, local: Table, theirs: string | null): boolean {
  if (ours === null || theirs === null) return ours === theirs;
  const place = placeOf(grid, official, local);
  const a = grid.officialShapes.ofText(ours, place.officialRow, place.officialColumn);
  const b = grid.localShapes.ofText(theirs, place.localRow, place.localColumn);
  return grid.sameShape(a, b) && grid.sameTargets(a, b, place);
}

/** True when both tables cover the same cells of the common grid. */
function sameRange(grid: CommonGrid, official: Table, local: Table): boolean {
  const place = placeOf(grid, official, local);
  const a = grid.officialShapes.ofText(`${quoteSheetName(official.sheet)}!${stringifyRange(official.range)}`, 1, 1);
  const b = grid.localShapes.ofText(`${quoteSheetName(local.sheet)}!${stringifyRange(local.range)}`, 1, 1);
  return grid.sameTargets(a, b, { ...place, officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 });
}

/** The tables' first data rows. */
function placeOf(grid: CommonGrid, official: Table, local: Table): Place {
  const sheet = grid.official.sheets.findIndex(({ name }) => name === official.sheet);
  return {
    pair: sheet < 0 ? -1 : grid.officialPair[sheet]!,
    officialRow: official.range.firstRow + (official.headerRow ? 1 : 0),
    officialColumn: official.range.firstColumn,
    localRow: local.range.firstRow + (local.headerRow ? 1 : 0),
    localColumn: local.range.firstColumn,
  };
}

function sideOf({ sheet, name }: Table): DifferenceDraft['official'] {
  return plainSide(sheet, name);
}

function cellsOf({ range }: Table): number {
  return (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
}
