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

/** A run of rows (or columns) whose cells are laid out in a way of their own, across all columns (or rows). */
export interface LayoutBand {
  readonly of: 'rows' | 'columns';
  /** The lines of the band in the official sheet and in the local one as it is now. */
  readonly official: Span;
  readonly local: Span;
  /** As for `LineLayout`, for the lines across the band; where a line is added across it, cells behind it move. */
  readonly fromOfficial: (index: number) => number;
  readonly fromLocal: (index: number) => number;
  readonly officialToLocal: (index: number) => number;
  /** The runs to insert across the band only, in ascending order, numbered as they stand afterwards. */
  readonly inserted: readonly Span[];
  /** The lines of the band once whole lines have been added. */
  readonly across: Span;
}

/** The local cell, as the workbook is now, that corresponds to an official one; row or column 0 when there is none. */
export function localCell(layout: SheetLayout, cell: CellAddress): CellAddress {
  const band = bandOf(layout, 'official', spanOfCell(cell.row), spanOfCell(cell.column));
  return {
    row: band?.of === 'columns' ? band.officialToLocal(cell.row) : layout.rows.officialToLocal(cell.row),
    column: band?.of === 'rows' ? band.officialToLocal(cell.column) : layout.columns.officialToLocal(cell.column),
  };
}

/** Where a cell of the official sheet comes to stand; null when its row or column is not there. */
export function fromOfficial(layout: SheetLayout, cell: CellAddress): CellAddress | null {
  const { rows, columns } = linesAt(layout, 'official', spanOfCell(cell.row), spanOfCell(cell.column));
  const placed = { row: rows(cell.row), column: columns(cell.column) };
  return placed.row > 0 && placed.column > 0 ? placed : null;
}

/** Where a cell of the local sheet comes to stand. */
export function fromLocal(layout: SheetLayout, cell: CellAddress): CellAddress {
  const { rows, columns } = linesAt(layout, 'local', spanOfCell(cell.row), spanOfCell(cell.column));
  return { row: rows(cell.row), column: columns(cell.column) };
}

/** Where a range of the local sheet comes to stand. */
export function rangeFromLocal(layout: SheetLayout, { firstRow, firstColumn, lastRow, lastColumn }: CellRange): CellRange {
  const { rows, columns } = linesAt(layout, 'local', { first: firstRow, last: lastRow }, { first: firstColumn, last: lastColumn });
  return { firstRow: rows(firstRow), firstColumn: columns(firstColumn), lastRow: rows(lastRow), lastColumn: columns(lastColumn) };
}

/** Where rows and columns of one workbook come to stand for a range over these (null: all); one that crosses bands goes by the rest of the sheet. */
export function linesAt(
  layout: SheetLayout,
  side: 'official' | 'local',
  rows: Span | null,
  columns: Span | null,
): { readonly rows: (index: number) => number; readonly columns: (index: number) => number } {
  const band = bandOf(layout, side, rows, columns);
  const from = side === 'official' ? 'fromOfficial' : 'fromLocal';
  return {
    rows: (band?.of === 'columns' ? band : layout.rows)[from],
    columns: (band?.of === 'rows' ? band : layout.columns)[from],
  };
}

/** The band that holds all of these lines. */
function bandOf({ bands }: SheetLayout, side: 'official' | 'local', rows: Span | null, columns: Span | null): LayoutBand | undefined {
  return bands.find((band) => {
    const span = band.of === 'rows' ? rows : columns;
    return span !== null && span.first >= band[side].first && span.last <= band[side].last;
  });
}

function spanOfCell(line: number): Span {
  return { first: line, last: line };
}
