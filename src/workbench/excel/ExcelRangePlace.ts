import {
  columnName,
  covers,
  MAX_COLUMN,
  MAX_ROW,
  overlaps,
  quoteSheetName,
  stringifyRange,
  type CellRange,
} from '../../core/workbook/Address';
import type { HostSheet } from '../book/HostSheet';
import { shiftRange, type LineShift } from '../book/LineShift';
import { apiError } from '../richApi/ApiError';
import type { HostObject } from '../richApi/HostObject';
import { RangeObject, type ExcelContext } from './ExcelContext';
import { parseAddress } from './parseAddress';

/** Where a range lies, and the ranges that are found from there: cells, rows, neighbours, what is used of it, where it spills. */
export abstract class ExcelRangePlace extends RangeObject {
  area: CellRange;

  constructor(
    protected readonly context: ExcelContext,
    readonly sheet: HostSheet,
    area: CellRange,
  ) {
    super();
    const inside = area.firstRow >= 1 && area.firstColumn >= 1 && area.lastRow <= MAX_ROW && area.lastColumn <= MAX_COLUMN;
    if (!inside || area.lastRow < area.firstRow || area.lastColumn < area.firstColumn) throw apiError('InvalidArgument');
    this.area = area;
  }

  override follow(sheet: HostSheet, shift: LineShift): boolean {
    if (sheet !== this.sheet) return true;
    const area = shiftRange(this.area, shift);
    if (area) this.area = area;
    return area !== null;
  }

  get Address(): string {
    const { firstRow, lastRow, firstColumn, lastColumn } = this.area;
    const local = this.IsEntireRow
      ? `${firstRow}:${lastRow}`
      : this.IsEntireColumn
        ? `${columnName(firstColumn)}:${columnName(lastColumn)}`
        : stringifyRange(this.area);
    return `${quoteSheetName(this.sheet.name)}!${local}`;
  }
  get AddressLocal(): string {
    return this.Address;
  }
  get RowIndex(): number {
    return this.area.firstRow - 1;
  }
  get ColumnIndex(): number {
    return this.area.firstColumn - 1;
  }
  get RowCount(): number {
    return this.area.lastRow - this.area.firstRow + 1;
  }
  get ColumnCount(): number {
    return this.area.lastColumn - this.area.firstColumn + 1;
  }
  get CellCount(): number {
    const count = this.RowCount * this.ColumnCount;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get IsEntireRow(): boolean {
    return this.ColumnCount === MAX_COLUMN;
  }
  get IsEntireColumn(): boolean {
    return this.RowCount === MAX_ROW;
  }

  GetCell(row: number, column: number): HostObject {
    return this.#at(this.area.firstRow + row, this.area.firstColumn + column, 1, 1);
  }
  GetRow(row: number): HostObject {
    return this.#at(this.area.firstRow + row, this.area.firstColumn, 1, this.ColumnCount);
  }
  GetColumn(column: number): HostObject {
    return this.#at(this.area.firstRow, this.area.firstColumn + column, this.RowCount, 1);
  }
  GetLastCell(): HostObject {
    return this.#at(this.area.lastRow, this.area.lastColumn, 1, 1);
  }
  GetLastRow(): HostObject {
    return this.#at(this.area.lastRow, this.area.firstColumn, 1, this.ColumnCount);
  }
  GetLastColumn(): HostObject {
    return this.#at(this.area.firstRow, this.area.lastColumn, this.RowCount, 1);
  }
  GetEntireRow(): HostObject {
    return this.context.range(this.sheet, { ...this.area, firstColumn: 1, lastColumn: MAX_COLUMN });
  }
  GetEntireColumn(): HostObject {
    return this.context.range(this.sheet, { ...this.area, firstRow: 1, lastRow: MAX_ROW });
  }
  GetOffsetRange(rows: number, columns: number): HostObject {
    return this.#at(this.area.firstRow + rows, this.area.firstColumn + columns, this.RowCount, this.ColumnCount);
  }
  GetResizedRange(rows: number, columns: number): HostObject {
    return this.#at(this.area.firstRow, this.area.firstColumn, this.RowCount + rows, this.ColumnCount + columns);
  }
  GetAbsoluteResizedRange(rows: number, columns: number): HostObject {
    return this.#at(this.area.firstRow, this.area.firstColumn, rows, columns);
  }
  GetBoundingRect(other: unknown): HostObject {
    const { firstRow, firstColumn, lastRow, lastColumn } = this.other(other);
    return this.context.range(this.sheet, {
      firstRow: Math.min(this.area.firstRow, firstRow),
      firstColumn: Math.min(this.area.firstColumn, firstColumn),
      lastRow: Math.max(this.area.lastRow, lastRow),
      lastColumn: Math.max(this.area.lastColumn, lastColumn),
    });
  }
  GetIntersection(other: unknown): HostObject {
    const range = this.GetIntersectionOrNullObject(other);
    if (!range) throw apiError('ItemNotFound');
    return range;
  }
  GetIntersectionOrNullObject(other: unknown): HostObject | null {
    const area = intersection(this.area, this.other(other));
    return area && this.context.range(this.sheet, area);
  }
  GetUsedRange(valuesOnly?: boolean): HostObject {
    const range = this.GetUsedRangeOrNullObject(valuesOnly);
    if (!range) throw apiError('ItemNotFound');
    return range;
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): HostObject | null {
    const used = this.sheet.grid.usedRange(valuesOnly === true);
    const area = used && intersection(this.area, used);
    return area && this.context.range(this.sheet, area);
  }
  GetSpillingToRange(): HostObject {
    const range = this.GetSpillingToRangeOrNullObject();
    if (!range) throw apiError('ItemNotFound');
    return range;
  }
  GetSpillingToRangeOrNullObject(): HostObject | null {
    const { firstRow, firstColumn } = this.#oneCell();
    const spill = this.sheet.arrays.find(
      ({ kind, range }) => kind === 'spill' && range.firstRow === firstRow && range.firstColumn === firstColumn,
    );
    return spill ? this.context.range(this.sheet, spill.range) : null;
  }
  GetSpillParent(): HostObject {
    const range = this.GetSpillParentOrNullObject();
    if (!range) throw apiError('ItemNotFound');
    return range;
  }
  GetSpillParentOrNullObject(): HostObject | null {
    const cell = this.#oneCell();
    const spill = this.sheet.arrays.find(({ kind, range }) => kind === 'spill' && covers(range, cell));
    return spill ? this.#at(spill.range.firstRow, spill.range.firstColumn, 1, 1) : null;
  }

  #at(row: number, column: number, rows: number, columns: number): RangeObject {
    return this.context.range(this.sheet, {
      firstRow: row,
      firstColumn: column,
      lastRow: row + rows - 1,
      lastColumn: column + columns - 1,
    });
  }

  /** The range that a caller means, which has to be on this sheet. */
  protected other(other: unknown): CellRange {
    if (typeof other === 'string') {
      const place = parseAddress(this.context.book, other, this.sheet);
      if (place?.sheet === this.sheet) return place.area;
    } else if (other instanceof RangeObject && other.sheet === this.sheet) return other.area;
    throw apiError('InvalidArgument');
  }

  #oneCell(): CellRange {
    if (this.CellCount !== 1) throw apiError('InvalidOperation');
    return this.area;
  }
}

function intersection(a: CellRange, b: CellRange): CellRange | null {
  if (!overlaps(a, b)) return null;
  return {
    firstRow: Math.max(a.firstRow, b.firstRow),
    firstColumn: Math.max(a.firstColumn, b.firstColumn),
    lastRow: Math.min(a.lastRow, b.lastRow),
    lastColumn: Math.min(a.lastColumn, b.lastColumn),
  };
}
