import type { CommonGrid } from '../align/CommonGrid';
import { cellOfName } from '../compare/compareNames';
import { REFERENCE_SIZE } from '../formula/FormulaShapes';
import { isInside } from '../workbook/Address';
import { ValueKind, type Snapshot } from '../workbook/Snapshot';
import { isCalculatedNumber, partnerOf, type HeadlineCell, type HeadlinePlace } from './HeadlineCell';
import { resultBlocks } from './resultBlocks';

const SUMMARY_SHEET = /summary|overview|dashboard|headline|kpi|qbr|output|result/i;
/** What a sheet of both holds may be either. */
const INPUT_SHEET = /input|assumption/i;

/** More headlines than these are not proposed. */
export const MOST_PROPOSED = 12;

/**
 * The outputs people probably argue about: defined names for single calculated numbers on summary-like sheets; else, where no such sheet has
 * outputs, what stands in blocks that call themselves results; else such names anywhere, when they are few, or labelled calculated numbers on
 * a summary-like sheet that no formula reads. None rather than a wild guess. With `only`, those on that sheet of
 * local, whose names are local's: official is then the same workbook, in which they say where that sheet's cells stand in local.
 */
export function proposedHeadlines(grid: CommonGrid, only?: string): HeadlinePlace[] {
  const isThere = ({ local }: HeadlinePlace): boolean => only === undefined || isOnSheet(grid, local, only);
  const named = only === undefined ? namedOutputs(grid) : localNamed(grid).filter(isThere);
  const onSummary = named.filter(({ official }) => isSummary(grid, official!.sheet));
  if (onSummary.length > 0) return onSummary.slice(0, MOST_PROPOSED);
  const labelled = labelledHeadlines(grid).filter(isThere);
  const results = labelled.length > 0 ? [] : resultBlocks(grid, MOST_PROPOSED).filter(isThere);
  // A block says which of them are results; names besides are the model's inner workings.
  if (results.length > 0) return results;
  // So are many names without a summary sheet.
  return named.length > 0 && named.length <= MOST_PROPOSED ? named : named.length > 0 ? [] : labelled;
}

function isSummary({ official }: CommonGrid, sheet: number): boolean {
  const { name } = official.sheets[sheet]!;
  return SUMMARY_SHEET.test(name) && !INPUT_SHEET.test(name);
}

function namedOutputs(grid: CommonGrid): HeadlinePlace[] {
  const { official, local } = grid;
  const found = namedNumbers(official).map(({ name, cell }) => {
    const same = local.names.find((other) => other.scope === null && other.name.toLowerCase() === name.toLowerCase());
    const partner = (same && cellOfName(local, same.formula)) ?? partnerOf(grid, 'official', cell);
    return { name, cell, partner };
  });
  found.sort((a, b) => a.cell.sheet - b.cell.sheet || a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  return found.map(({ name, cell, partner }) => ({ name: nameInWords(name), official: cell, local: partner }));
}

/** The same by the names of local. */
function localNamed(grid: CommonGrid): HeadlinePlace[] {
  return namedNumbers(grid.local).flatMap(({ name, cell }) => {
    const official = partnerOf(grid, 'local', cell);
    return official === null ? [] : [{ name: nameInWords(name), official, local: cell }];
  });
}

/** The names of a workbook that people see and that stand for one calculated number. */
function namedNumbers(snapshot: Snapshot): { readonly name: string; readonly cell: HeadlineCell }[] {
  return snapshot.names.flatMap(({ name, scope, formula, hidden }) => {
    const cell = scope === null && !hidden && !/^_xl/i.test(name) ? cellOfName(snapshot, formula) : null;
    return cell === null || !isCalculatedNumber(snapshot, cell) ? [] : [{ name, cell }];
  });
}

/** Whether a cell stands on a sheet of local. */
function isOnSheet({ local }: CommonGrid, cell: HeadlineCell | null, sheet: string): boolean {
  return cell !== null && local.sheets[cell.sheet]!.name.toLowerCase() === sheet.toLowerCase();
}

function labelledHeadlines(grid: CommonGrid): HeadlinePlace[] {
  const { official } = grid;
  const sheet = official.sheets.findIndex(
    ({ name, visibility }) => visibility === 'visible' && SUMMARY_SHEET.test(name) && !INPUT_SHEET.test(name),
  );
  if (sheet < 0) return [];
  const isRead = cellsRead(grid, sheet);
  const { cells } = official.sheets[sheet]!;
  const found: HeadlinePlace[] = [];
  for (let p = 0; p < cells.count && found.length < MOST_PROPOSED; p++) {
    const cell = { sheet, row: cells.row[p]!, column: cells.column[p]!, position: p };
    if (!isCalculatedNumber(official, cell) || isRead(cell.row, cell.column)) continue;
    const label = rowLabel(official, cell);
    if (label !== '' && !found.some(({ name }) => name === label))
      found.push({ name: label, official: cell, local: partnerOf(grid, 'official', cell) });
  }
  return found;
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

/** `Net_revenue_FY26` as people say it. */
function nameInWords(name: string): string {
  return name
    .replace(/[_.]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim();
}
