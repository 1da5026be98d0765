import { commonPlace, ownPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import { cellOfName } from '../compare/compareNames';
import type { Headline } from '../compare/Comparison';
import { daysBetween, sameNumber } from '../compare/sameValue';
import type { Tolerances } from '../compare/Tolerances';
import { unitOf } from '../compare/unitOf';
import { REFERENCE_SIZE } from '../formula/FormulaShapes';
import { isInside, quoteSheetName, stringifyAddress } from '../workbook/Address';
import { findCell, valueAt } from '../workbook/cellAt';
import { isCellError, type CellValue } from '../workbook/CellValue';
import { ValueKind, type Snapshot } from '../workbook/Snapshot';

export interface HeadlineOptions {
  readonly tolerances: Tolerances;
  /** Defined names or `Sheet!A1`; null to have them proposed. */
  readonly wanted: readonly string[] | null;
}

const SUMMARY_SHEET = /summary|overview|dashboard|headline|kpi|qbr|output|result/i;
const MOST = 12;

/** A cell of either snapshot; position -1 when it is blank. */
interface HeadlineCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly position: number;
}

/**
 * The outputs people argue about, official beside local. Those wanted, in their order; else defined names for single
 * calculated numbers, on summary-like sheets first; else labelled calculated numbers on such a sheet that no formula
 * reads. None rather than a wild guess.
 */
export function findHeadlines(grid: CommonGrid, { tolerances, wanted }: HeadlineOptions): Headline[] {
  if (wanted !== null) return wanted.map((text) => wantedHeadline(grid, text, tolerances));
  const named = namedHeadlines(grid, tolerances);
  return named.length > 0 ? named : labelledHeadlines(grid, tolerances);
}

function wantedHeadline(grid: CommonGrid, text: string, tolerances: Tolerances): Headline {
  const byName = (snapshot: Snapshot): HeadlineCell | null => {
    const name = snapshot.names.find(({ name, scope }) => scope === null && name.toLowerCase() === text.toLowerCase());
    return name === undefined ? null : cellOfName(snapshot, name.formula);
  };
  const official = byName(grid.official) ?? cellOfName(grid.official, text);
  const local = byName(grid.local) ?? (official === null ? cellOfName(grid.local, text) : partnerOf(grid, official));
  return headline(grid, text, official, local, tolerances);
}

function namedHeadlines(grid: CommonGrid, tolerances: Tolerances): Headline[] {
  const { official, local } = grid;
  const found = official.names.flatMap(({ name, scope, formula, hidden }) => {
    const cell = scope === null && !hidden && !/^_xl/i.test(name) ? cellOfName(official, formula) : null;
    if (cell === null || !isCalculatedNumber(official, cell)) return [];
    const same = local.names.find((other) => other.scope === null && other.name.toLowerCase() === name.toLowerCase());
    const partner = (same && cellOfName(local, same.formula)) ?? partnerOf(grid, cell);
    return [{ name, cell, partner, summary: SUMMARY_SHEET.test(official.sheets[cell.sheet]!.name) }];
  });
  found.sort((a, b) => a.cell.sheet - b.cell.sheet || a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  const onSummary = found.filter(({ summary }) => summary);
  // Many names without a summary sheet are a model's inner workings, not its headlines.
  const chosen = onSummary.length > 0 ? onSummary : found.length <= MOST ? found : [];
  return chosen.slice(0, MOST).map(({ name, cell, partner }) => headline(grid, words(name), cell, partner, tolerances));
}

function labelledHeadlines(grid: CommonGrid, tolerances: Tolerances): Headline[] {
  const { official } = grid;
  const sheet = official.sheets.findIndex(({ name, visibility }) => visibility === 'visible' && SUMMARY_SHEET.test(name));
  if (sheet < 0) return [];
  const isRead = cellsRead(grid, sheet);
  const { cells } = official.sheets[sheet]!;
  const found: Headline[] = [];
  for (let p = 0; p < cells.count && found.length < MOST; p++) {
    const cell = { sheet, row: cells.row[p]!, column: cells.column[p]!, position: p };
    if (!isCalculatedNumber(official, cell) || isRead(cell.row, cell.column)) continue;
    const label = rowLabel(official, cell);
    if (label !== '' && !found.some(({ name }) => name === label))
      found.push(headline(grid, label, cell, partnerOf(grid, cell), tolerances));
  }
  return found;
}

function isCalculatedNumber(snapshot: Snapshot, { sheet, position }: HeadlineCell): boolean {
  const { cells } = snapshot.sheets[sheet]!;
  return position >= 0 && cells.formula[position]! >= 0 && cells.kind[position] === ValueKind.Number;
}

/** The nearest text to the left in the row; empty when there is none. */
function rowLabel(snapshot: Snapshot, { sheet, row, position }: HeadlineCell): string {
  const { cells } = snapshot.sheets[sheet]!;
  for (let p = position - 1; p >= 0 && cells.row[p] === row; p--) {
    if (cells.kind[p] === ValueKind.Text && cells.formula[p]! < 0) return snapshot.strings[cells.payload[p]!]!.trim();
  }
  return '';
}

/** Whether any formula of the official workbook reads a cell of this sheet. */
function cellsRead(grid: CommonGrid, sheet: number): (row: number, column: number) => boolean {
  const target = { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  const pair = grid.officialPair[sheet]!;
  const read = new Set<number>();
  const wide: { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }[] = [];
  grid.official.sheets.forEach(({ cells }, index) => {
    for (let p = 0; p < cells.count; p++) {
      if (cells.formula[p]! < 0) continue;
      const shape = grid.officialShapes.of(cells.formula[p]!);
      const place = {
        pair: grid.officialPair[index]!,
        officialRow: cells.row[p]!,
        officialColumn: cells.column[p]!,
        localRow: 0,
        localColumn: 0,
      };
      for (let at = 0; at < shape.references.length; at += REFERENCE_SIZE) {
        grid.officialTarget(shape, at, place, target);
        if (target.pair !== pair) continue;
        if (target.firstRow === target.lastRow && target.firstColumn === target.lastColumn)
          read.add(target.firstRow * 16_385 + target.firstColumn);
        else if (wide.length < 1_000) wide.push({ ...target });
      }
    }
  });
  return (row, column) => read.has(row * 16_385 + column) || wide.some((range) => isInside(range, { row, column }));
}

function partnerOf(grid: CommonGrid, { sheet, row, column }: HeadlineCell): HeadlineCell | null {
  const pair = grid.pairs[grid.officialPair[sheet]!]!;
  if (pair.local === null) return null;
  const common = commonPlace(pair, 'official', row, column);
  const { row: localRow, column: localColumn } = ownPlace(pair, 'local', common.row, common.column);
  if (localRow === 0 || localColumn === 0) return null;
  const position = findCell(grid.local.sheets[pair.local]!.cells, localRow, localColumn);
  return { sheet: pair.local, row: localRow, column: localColumn, position };
}

function headline(
  grid: CommonGrid,
  name: string,
  official: HeadlineCell | null,
  local: HeadlineCell | null,
  tolerances: Tolerances,
): Headline {
  const ours = official === null ? null : valueAt(grid.official, grid.official.sheets[official.sheet]!.cells, official.position);
  const theirs = local === null ? null : valueAt(grid.local, grid.local.sheets[local.sheet]!.cells, local.position);
  const format = formatOf(grid.official, official) ?? formatOf(grid.local, local) ?? 'General';
  const shift = unitOf(format).day ? daysBetween(grid.official, grid.local) : 0;
  const gap = typeof ours === 'number' && typeof theirs === 'number' ? theirs + shift - ours : null;
  const officialAddress = official && addressOf(grid.official, official);
  const localAddress = local && addressOf(grid.local, local);
  const tolerance = tolerances.ofHeadline(
    [name, officialAddress, localAddress],
    [official && grid.official.sheets[official.sheet]!.name, local && grid.local.sheets[local.sheet]!.name],
  );
  return {
    name,
    officialAddress,
    localAddress,
    official: ours,
    local: theirs,
    format,
    gap,
    ties:
      official !== null &&
      local !== null &&
      (typeof ours === 'number' && typeof theirs === 'number'
        ? sameNumber(ours, theirs + shift, tolerance, true)
        : sameConstant(ours, theirs)),
    bridge: [],
    exact: false,
  };
}

function sameConstant(a: CellValue, b: CellValue): boolean {
  return isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
}

function addressOf(snapshot: Snapshot, { sheet, row, column }: HeadlineCell): string {
  return `${quoteSheetName(snapshot.sheets[sheet]!.name)}!${stringifyAddress({ row, column })}`;
}

function formatOf(snapshot: Snapshot, cell: HeadlineCell | null): string | null {
  if (cell === null || cell.position < 0) return null;
  return snapshot.formats[snapshot.sheets[cell.sheet]!.cells.format[cell.position]!]!;
}

/** `Net_revenue_FY26` as people say it. */
function words(name: string): string {
  return name
    .replace(/[_.]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim();
}
