import { ownPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import type { Difference, DifferenceKind } from '../compare/Difference';
import { daysBetween, sameNumber } from '../compare/sameValue';
import { DEFAULT_TOLERANCE } from '../compare/Tolerances';
import type { CellRange } from '../workbook/Address';
import { findCell, rowStart, valueAt } from '../workbook/cellAt';
import { isSameValue } from '../workbook/CellValue';
import type { CellReads, CommonCell } from './CellReads';
import { pairOfSheet, rangeOf } from './DifferenceIndex';

type Side = 'official' | 'local';

/** Kinds whose every cell has another value, so that none need be looked at. */
const ANOTHER_VALUE: ReadonlySet<DifferenceKind> = new Set(['value', 'row', 'column', 'sheet']);

/**
 * Visits, row by row, the cells of a difference within a range of one workbook whose values differ, a formula that gives the same today left
 * out; true from `visit` ends it. Gives how many cells were looked at.
 */
export function visitDiffering(
  { kind, ...sides }: Difference,
  side: Side,
  within: CellRange | null,
  reads: CellReads,
  visit: (cell: CommonCell) => boolean,
): number {
  const { grid } = reads;
  const place = sides[side];
  const whole = place === null ? null : rangeOf(place);
  const pair = place === null ? -1 : pairOfSheet(grid, side, place.sheet);
  const area = whole === null || within === null ? whole : intersection(whole, within);
  if (area === null || pair < 0) return 0;
  const certain = ANOTHER_VALUE.has(kind);
  const oneSided = sides.official === null || sides.local === null;
  let looked = 0;
  const look = (row: number, column: number): boolean => {
    looked++;
    const cell = reads.cellAt(side, pair, row, column);
    return (certain || oneSided || valuesDiffer(grid, cell)) && visit(cell);
  };
  // Whole lines are mostly blank, and what differs cell by cell may be blank on this side.
  if (kind !== 'row' && kind !== 'column' && kind !== 'sheet') {
    for (let row = area.firstRow; row <= area.lastRow; row++)
      for (let column = area.firstColumn; column <= area.lastColumn; column++) if (look(row, column)) return looked;
    return looked;
  }
  const { cells } = grid[side].sheets[grid.pairs[pair]![side]!]!;
  for (let at = rowStart(cells, area.firstRow); at < cells.count && cells.row[at]! <= area.lastRow; at++) {
    const column = cells.column[at]!;
    if (column >= area.firstColumn && column <= area.lastColumn && look(cells.row[at]!, column)) return looked;
  }
  return looked;
}

/** Whether the two workbooks have other values in a cell of the common grid. */
function valuesDiffer(grid: CommonGrid, { pair, row, column }: CommonCell): boolean {
  const sheets = grid.pairs[pair]!;
  const valueOf = (side: Side) => {
    const own = ownPlace(sheets, side, row, column);
    const { cells } = grid[side].sheets[sheets[side]!]!;
    const value = valueAt(grid[side], cells, findCell(cells, own.row, own.column));
    return value === '' ? null : value;
  };
  if (sheets.official === null || sheets.local === null) return true;
  const [ours, theirs] = [valueOf('official'), valueOf('local')];
  if (typeof ours !== 'number' || typeof theirs !== 'number') return !isSameValue(ours, theirs);
  const shift = daysBetween(grid.official, grid.local);
  return !sameNumber(ours, theirs, DEFAULT_TOLERANCE, true) && (shift === 0 || ours !== theirs + shift);
}

function intersection(a: CellRange, b: CellRange): CellRange | null {
  const range = {
    firstRow: Math.max(a.firstRow, b.firstRow),
    lastRow: Math.min(a.lastRow, b.lastRow),
    firstColumn: Math.max(a.firstColumn, b.firstColumn),
    lastColumn: Math.min(a.lastColumn, b.lastColumn),
  };
  return range.firstRow > range.lastRow || range.firstColumn > range.lastColumn ? null : range;
}
