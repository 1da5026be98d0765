import {
  BooleanNumber,
  LocaleType,
  type IObjectMatrixPrimitiveType,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import { isInside, type CellRange } from '../../core/workbook/Address';
import type { HostBook } from '../book/HostBook';
import type { HostSheet } from '../book/HostSheet';
import type { Spans } from '../book/Spans';
import { gridContent } from './gridCell';
import type { FileLook, SheetLook } from './fileLook';
import type { FormulaPlace } from './gridFormula';
import { gridName } from './gridNames';
import { RangeNames } from './RangeNames';

/** Univer's id of the one workbook. */
export const UNIT = 'book';
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 26;

/** The whole book as Univer opens it; sheets keep the book's ids. */
export function gridData(book: HostBook, look: FileLook | null): Partial<IWorkbookData> {
  const styles = new StyleList(look);
  const known = { tables: book.tables.items, names: new RangeNames(book.names.items) };
  const sheets = Object.fromEntries(
    book.sheets.map((sheet) => [sheet.id, sheetData(sheet, known, styles, look?.sheets.get(sheet.name) ?? null)]),
  );
  return {
    id: UNIT,
    name: book.fileName,
    appVersion: '',
    locale: LocaleType.EN_US,
    sheetOrder: book.sheets.map((sheet) => sheet.id),
    sheets,
    styles: styles.all,
    resources: [
      {
        name: 'SHEET_DEFINED_NAME_PLUGIN',
        data: JSON.stringify(Object.fromEntries(book.names.items.map((name, i) => [`name${i}`, gridName(name, `name${i}`)]))),
      },
    ],
  };
}

/** Cells of an array formula but its first: Univer must find them empty, else the array has no room to spill into. */
export function isSpilled(sheet: HostSheet, row: number, column: number): boolean {
  return sheet.arrays.some(
    ({ kind, range }) =>
      kind !== 'dataTable' && isInside(range, { row, column }) && (row !== range.firstRow || column !== range.firstColumn),
  );
}

function sheetData(
  sheet: HostSheet,
  known: Pick<FormulaPlace, 'tables' | 'names'>,
  styles: StyleList,
  look: SheetLook | null,
): Partial<IWorksheetData> {
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  const spilling = sheet.arrays.length > 0;
  sheet.grid.forEach((row, column, cell) => {
    const style = styles.id(look?.styleAt(row, column) ?? -1, cell.format);
    const data: ICellData = spilling && isSpilled(sheet, row, column) ? {} : gridContent(cell, { ...known, sheet, row, column });
    if (style) data.s = style;
    (cellData[row - 1] ??= {})[column - 1] = data;
  });
  look?.forEachStyled((row, column, fileStyle) => {
    const cells = (cellData[row - 1] ??= {});
    const style = cells[column - 1] ? undefined : styles.id(fileStyle, 'General');
    if (style) cells[column - 1] = { s: style };
  });
  const used = sheet.grid.usedRange();
  const rowCount = Math.max((used?.lastRow ?? 0) + SPARE_ROWS, LEAST_ROWS);
  const columnCount = Math.max((used?.lastColumn ?? 0) + SPARE_COLUMNS, LEAST_COLUMNS);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount,
    columnCount,
    cellData,
    defaultRowHeight: 20,
    defaultColumnWidth: look?.defaultWidth ?? 72,
    mergeData: sheet.merges.map((range) => gridRange(range)),
    rowData: lineData(sheet.hiddenRows, rowCount, look?.heights, 'h'),
    columnData: lineData(sheet.hiddenColumns, columnCount, look?.widths, 'w'),
    showGridlines: look?.gridlines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: look?.tabColor ?? '',
    ...(look?.freeze && { freeze: look.freeze }),
  };
}

/** A range counted from 0, as Univer has it. */
function gridRange({ firstRow, firstColumn, lastRow, lastColumn }: CellRange) {
  return { startRow: firstRow - 1, startColumn: firstColumn - 1, endRow: lastRow - 1, endColumn: lastColumn - 1 };
}

type LineData = Record<number, { hd?: BooleanNumber; h?: number; w?: number; ia?: BooleanNumber }>;

function lineData(hidden: Spans, count: number, sizes: ReadonlyMap<number, number> | undefined, key: 'h' | 'w'): LineData {
  const data: LineData = {};
  for (const run of hidden.runs) {
    for (let line = run.first; line <= Math.min(run.last, count); line++) data[line - 1] = { hd: BooleanNumber.TRUE };
  }
  sizes?.forEach((size, line) => {
    if (line <= count) data[line - 1] = { ...data[line - 1], [key]: size, ...(key === 'h' && { ia: BooleanNumber.FALSE }) };
  });
  return data;
}

/** Univer's styles: one for each pair of a style of the file and a number format. */
class StyleList {
  readonly all: Record<string, IStyleData> = {};
  readonly #look: FileLook | null;

  constructor(look: FileLook | null) {
    this.#look = look;
  }

  id(fileStyle: number, format: string): string | undefined {
    const base = this.#look?.styles[fileStyle];
    if (!base && format === 'General') return undefined;
    const id = `${base ? fileStyle : ''}|${format}`;
    this.all[id] ??= { ...base, ...(format !== 'General' && { n: { pattern: format } }) };
    return id;
  }
}
