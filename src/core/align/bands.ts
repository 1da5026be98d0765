import { commonRuns, fromCommon, toCommon } from './axis';
import type { Axis, Band, SheetPair } from './Correspondence';

type Side = 'official' | 'local';

/** The column axis that holds in a common row. */
export function columnsAt(pair: SheetPair, commonRow: number): Axis {
  return bandAt(pair, 'rows', commonRow)?.axis ?? pair.columns;
}

/** The row axis that holds in a common column. */
export function rowsAt(pair: SheetPair, commonColumn: number): Axis {
  return bandAt(pair, 'columns', commonColumn)?.axis ?? pair.rows;
}

/** The band with this common row or column in it, if any. */
export function bandAt({ bands }: SheetPair, of: Band['of'], common: number): Band | undefined {
  if (bands.length === 0 || bands[0]!.of !== of) return undefined;
  return bands.find(({ first, last }) => common >= first && common <= last);
}

/** A cell's place on the common grid, from its row and column in one workbook. */
export function commonPlace(pair: SheetPair, side: Side, row: number, column: number): { readonly row: number; readonly column: number } {
  if (pair.bands[0]?.of === 'columns') {
    const common = toCommon(pair.columns, side, column);
    return { row: toCommon(rowsAt(pair, common), side, row), column: common };
  }
  const common = toCommon(pair.rows, side, row);
  return { row: common, column: toCommon(columnsAt(pair, common), side, column) };
}

/** The row and column in one workbook of a place on the common grid; 0 where that workbook does not have it. */
export function ownPlace(pair: SheetPair, side: Side, row: number, column: number): { readonly row: number; readonly column: number } {
  return { row: fromCommon(rowsAt(pair, column), side, row), column: fromCommon(columnsAt(pair, row), side, column) };
}

/** A rectangle of the common grid. */
export interface CommonRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What a range of one workbook covers on the common grid: one rectangle, or more where it crosses bands or lines moved. */
export function commonRanges(pair: SheetPair, side: Side, range: CommonRange): readonly CommonRange[] {
  const of = pair.bands[0]?.of ?? 'rows';
  const lines = of === 'rows' ? pair.rows : pair.columns;
  const [first, last, acrossFirst, acrossLast] =
    of === 'rows'
      ? [range.firstRow, range.lastRow, range.firstColumn, range.lastColumn]
      : [range.firstColumn, range.lastColumn, range.firstRow, range.lastRow];
  const found: CommonRange[] = [];
  const cover = (from: number, to: number, across: Axis): void => {
    if (from > to) return;
    for (const { first: a, last: b } of commonRuns(across, side, acrossFirst, acrossLast)) {
      found.push(
        of === 'rows'
          ? { firstRow: from, lastRow: to, firstColumn: a, lastColumn: b }
          : { firstRow: a, lastRow: b, firstColumn: from, lastColumn: to },
      );
    }
  };
  for (const { first: begin, last: end } of commonRuns(lines, side, first, last)) {
    let at = begin;
    for (const band of pair.bands) {
      if (band.last < at || band.first > end) continue;
      cover(at, band.first - 1, of === 'rows' ? pair.columns : pair.rows);
      cover(Math.max(at, band.first), Math.min(end, band.last), band.axis);
      at = band.last + 1;
    }
    cover(at, end, of === 'rows' ? pair.columns : pair.rows);
  }
  return found;
}
