import { fromCommon, toCommon } from '../align/axis';
import type { SheetPair } from '../align/Correspondence';
import type { CellAddress, CellRange } from '../workbook/Address';
import type { Span } from '../workbook/Snapshot';
import type { LineLayout } from './LineLayout';

/** One sheet that the local workbook will have once official's sheets, rows and columns have been added. */
export interface SheetLayout {
  /** The sheet's name in the local workbook. */
  readonly name: string;
  /** Index into the official snapshot's sheets; null when only local has it. */
  readonly official: number | null;
  /** Index into the local snapshot's sheets; null when the sync adds it. */
  readonly local: number | null;
  readonly rows: LineLayout;
  readonly columns: LineLayout;
  /** Runs of official rows, or columns, whose cells stand in other columns, or rows, of the local sheet than the rest. */
  readonly bands: readonly LayoutBand[];
}

export interface LayoutBand {
  readonly of: 'rows' | 'columns';
  /** First and last official line of the band. */
  readonly first: number;
  readonly last: number;
  /** The local line across the band that corresponds to an official one, as the workbook is now; 0 when there is none. */
  readonly officialToLocal: (index: number) => number;
}

/** Returns the bands of a sheet pair as a layout needs them. */
export function layoutBands({ bands, rows, columns }: SheetPair): LayoutBand[] {
  return bands.map(({ of, first, last, axis }) => {
    const along = of === 'rows' ? rows : columns;
    return {
      of,
      first: fromCommon(along, 'official', first),
      last: fromCommon(along, 'official', last),
      officialToLocal: (index) => fromCommon(axis, 'local', toCommon(axis, 'official', index)),
    };
  });
}

/** The local cell, as the workbook is now, that corresponds to an official one; row or column 0 when there is none. */
export function localCell(layout: SheetLayout, cell: CellAddress): CellAddress {
  const band = bandOf(layout, { first: cell.row, last: cell.row }, { first: cell.column, last: cell.column });
  return {
    row: band?.of === 'columns' ? band.officialToLocal(cell.row) : layout.rows.officialToLocal(cell.row),
    column: band?.of === 'rows' ? band.officialToLocal(cell.column) : layout.columns.officialToLocal(cell.column),
  };
}

/** Where a cell of the official sheet comes to stand; null when its row or column is not there. */
export function fromOfficial(layout: SheetLayout, cell: CellAddress): CellAddress | null {
  const range = rangeFromOfficial(layout, { firstRow: cell.row, lastRow: cell.row, firstColumn: cell.column, lastColumn: cell.column });
  return range && { row: range.firstRow, column: range.firstColumn };
}

/** Where a range of the official sheet comes to stand, going by its corners; null when one of them is not there. */
function rangeFromOfficial(layout: SheetLayout, range: CellRange): CellRange | null {
  const { firstRow, firstColumn, lastRow, lastColumn } = range;
  const { rows, columns } = officialLines(layout, { first: firstRow, last: lastRow }, { first: firstColumn, last: lastColumn });
  const placed = {
    firstRow: rows(firstRow),
    firstColumn: columns(firstColumn),
    lastRow: rows(lastRow),
    lastColumn: columns(lastColumn),
  };
  return placed.firstRow > 0 && placed.firstColumn > 0 && placed.lastRow > 0 && placed.lastColumn > 0 ? placed : null;
}

/** Where official rows and columns come to stand for a range over these (null: all); one that crosses bands goes by the rest of the sheet. */
export function officialLines(
  layout: SheetLayout,
  rows: Span | null,
  columns: Span | null,
): { readonly rows: (index: number) => number; readonly columns: (index: number) => number } {
  const band = bandOf(layout, rows, columns);
  return {
    rows: placeAlong(layout.rows, band?.of === 'columns' ? band : undefined),
    columns: placeAlong(layout.columns, band?.of === 'rows' ? band : undefined),
  };
}

/** The band that holds all of these official lines. */
function bandOf({ bands }: SheetLayout, rows: Span | null, columns: Span | null): LayoutBand | undefined {
  return bands.find((band) => {
    const span = band.of === 'rows' ? rows : columns;
    return span !== null && span.first >= band.first && span.last <= band.last;
  });
}

function placeAlong(lines: LineLayout, band: LayoutBand | undefined): (index: number) => number {
  if (band === undefined) return lines.fromOfficial;
  return (index) => {
    const local = band.officialToLocal(index);
    if (local > 0) return lines.fromLocal(local);
    // A line that is added across the whole sheet is added across the band; one that the rest has is not there.
    return lines.officialToLocal(index) === 0 ? lines.fromOfficial(index) : 0;
  };
}

/** Where a range of the local sheet comes to stand. */
export function rangeFromLocal(layout: SheetLayout, range: CellRange): CellRange {
  return {
    firstRow: layout.rows.fromLocal(range.firstRow),
    firstColumn: layout.columns.fromLocal(range.firstColumn),
    lastRow: layout.rows.fromLocal(range.lastRow),
    lastColumn: layout.columns.fromLocal(range.lastColumn),
  };
}
