import { groupBy } from '../groupBy';
import { isInside, overlaps, type CellAddress, type CellRange } from '../workbook/Address';
import { joinedRanges } from '../workbook/joinedRanges';
import { PLACE, rectanglesOf } from '../workbook/rectanglesOf';
import type { Validation } from '../workbook/Snapshot';

/** A rectangle over which one rule holds. */
export interface Part {
  readonly range: CellRange;
  /** Index of the rule that holds all over it; -1 for none. */
  readonly rule: number;
}

/** Cells, and blank rows `below` them, in rectangles over each of which one rule holds. */
export function partsByRule(rules: readonly Validation[], cells: readonly CellAddress[], below: CellRange | null): readonly Part[] {
  const keys = new Map(cells.map((cell) => [cell.row * PLACE + cell.column, `${ruleIndex(rules, cell)}`]));
  const parts = rectanglesOf(keys).map(({ range, key }) => ({ range, rule: Number(key) }));
  if (below === null) return parts;
  const byRule = groupBy([...parts, ...partsOfRange(rules, below)], ({ rule }) => rule);
  return [...byRule].flatMap(([rule, own]) => joinedRanges(own.map(({ range }) => range)).map((range) => ({ range, rule })));
}

/** The rule that holds for a cell: the last that covers it. */
export function ruleIn(rules: readonly Validation[], cell: CellAddress): Validation | undefined {
  return rules[ruleIndex(rules, cell)];
}

/** Which rule holds for a cell, -1 for none. */
function ruleIndex(rules: readonly Validation[], cell: CellAddress): number {
  return rules.findLastIndex(({ ranges }) => ranges.some((range) => isInside(range, cell)));
}

/** A range in parts over each of which one rule holds. */
export function partsOfRange(rules: readonly Validation[], range: CellRange): Part[] {
  const meeting = rules.flatMap(({ ranges }) => ranges.filter((each) => overlaps(each, range)));
  const rows = spansBetween(
    range.firstRow,
    range.lastRow,
    meeting.flatMap((each) => [each.firstRow, each.lastRow + 1]),
  );
  const columns = spansBetween(
    range.firstColumn,
    range.lastColumn,
    meeting.flatMap((each) => [each.firstColumn, each.lastColumn + 1]),
  );
  return columns.flatMap(([firstColumn, lastColumn]) =>
    rows.map(([firstRow, lastRow]) => ({
      range: { firstRow, lastRow, firstColumn, lastColumn },
      rule: ruleIndex(rules, { row: firstRow, column: firstColumn }),
    })),
  );
}

/** The lines from `first` to `last`, cut where others begin. */
function spansBetween(first: number, last: number, starts: readonly number[]): [number, number][] {
  const all = [...new Set([first, ...starts])].filter((start) => start >= first && start <= last).sort((a, b) => a - b);
  return all.map((start, k) => [start, (all[k + 1] ?? last + 1) - 1]);
}
