import { isValidFormat } from 'numfmt';
import { covers, overlaps, type CellRange } from '../../core/workbook/Address';
import type { CellContent } from '../../core/sync/SyncPlan';
import type { ArrayFormula } from '../../core/workbook/Snapshot';
import { enteredContent } from '../book/enteredContent';
import type { HostCell } from '../book/HostCell';
import type { LinesInOrOut } from '../book/LineShift';
import { apiError } from '../richApi/ApiError';
import type { HostObject } from '../richApi/HostObject';
import { cellText, protocolType, protocolValue } from './cellProtocol';
import { ExcelConditionalFormats } from './ExcelConditionalFormats';
import { ExcelDataValidation } from './ExcelDataValidation';
import { ExcelRangePlace } from './ExcelRangePlace';
import { ExcelRangeFormat } from './ExcelRangeFormat';
import { FormulaBar } from './FormulaBar';

const SIZE_MISMATCH = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Excel's Range: what its cells hold and how they look, and what is done to them; where it lies is `ExcelRangePlace`. */
export class ExcelRange extends ExcelRangePlace {
  readonly typeName = 'Range';

  override get scalars(): readonly string[] {
    return [
      'Address',
      'AddressLocal',
      'CellCount',
      'ColumnCount',
      'ColumnHidden',
      'ColumnIndex',
      'Formulas',
      'FormulasLocal',
      'HasSpill',
      'Hidden',
      'IsEntireColumn',
      'IsEntireRow',
      'NumberFormat',
      'NumberFormatLocal',
      'RowCount',
      'RowHidden',
      'RowIndex',
      'Text',
      'ValueTypes',
      'Values',
    ];
  }

  get Worksheet(): HostObject {
    return this.context.worksheet(this.sheet);
  }
  get Format(): HostObject {
    return new ExcelRangeFormat(this.context, this);
  }
  get DataValidation(): HostObject {
    return new ExcelDataValidation(this.context, this);
  }
  get ConditionalFormats(): HostObject {
    return new ExcelConditionalFormats(this.context, this.sheet, [this.area]);
  }

  get Values(): unknown {
    return this.#read((cell) => protocolValue(cell.value));
  }
  set Values(values: unknown) {
    this.#enter(values);
  }
  get Formulas(): unknown {
    const bar = new FormulaBar(this.context.book);
    return this.#read((cell, row, column) =>
      cell.formula === null ? protocolValue(cell.value) : bar.shown(cell.formula, this.sheet, row, column),
    );
  }
  set Formulas(formulas: unknown) {
    this.#enter(formulas);
  }
  get FormulasLocal(): unknown {
    return this.Formulas;
  }
  set FormulasLocal(formulas: unknown) {
    this.#enter(formulas);
  }
  get Text(): unknown {
    return this.#read((cell) => cellText(cell, this.context.book.dateSystem));
  }
  get ValueTypes(): unknown {
    return this.#read((cell) => protocolType(cell.value));
  }
  get NumberFormat(): unknown {
    return this.#read((cell) => cell.format);
  }
  set NumberFormat(formats: unknown) {
    const codes = this.#block(formats, (code) => {
      if (code === null) return null;
      if (typeof code !== 'string' || !isValidFormat(code || 'General')) throw apiError('InvalidArgument');
      return code || 'General';
    });
    this.context.book.setLook(this.sheet, this.area, { formats: codes }, 'addin');
  }
  get NumberFormatLocal(): unknown {
    return this.NumberFormat;
  }
  set NumberFormatLocal(formats: unknown) {
    this.NumberFormat = formats;
  }

  /** Null when some are and some are not, as everywhere in Excel. */
  get RowHidden(): boolean | null {
    return mixed(this.sheet.hiddenRows.countIn({ first: this.area.firstRow, last: this.area.lastRow }), this.RowCount);
  }
  set RowHidden(hidden: boolean | null) {
    this.context.book.setHidden(this.sheet, 'row', { first: this.area.firstRow, last: this.area.lastRow }, hidden === true, 'addin');
  }
  get ColumnHidden(): boolean | null {
    return mixed(this.sheet.hiddenColumns.countIn({ first: this.area.firstColumn, last: this.area.lastColumn }), this.ColumnCount);
  }
  set ColumnHidden(hidden: boolean | null) {
    this.context.book.setHidden(
      this.sheet,
      'column',
      { first: this.area.firstColumn, last: this.area.lastColumn },
      hidden === true,
      'addin',
    );
  }
  get Hidden(): boolean | null {
    const [rows, columns] = [this.RowHidden, this.ColumnHidden];
    return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
  }
  get HasSpill(): boolean | null {
    const spills = this.sheet.arrays.filter(({ kind, range }) => kind === 'spill' && !isOneCell(range) && overlaps(range, this.area));
    if (spills.length === 0) return false;
    const covered = spills.some(({ range }) => covers(range, this.area));
    return covered ? true : null;
  }

  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.RowCount || columns !== this.ColumnCount) throw apiError('InvalidArgument', SIZE_MISMATCH);
  }

  Select(): void {
    this.context.book.select(this.sheet, this.area, 'addin');
  }
  Clear(applyTo?: string): void {
    const what = { All: 'all', Contents: 'contents', Formats: 'formats' } as const;
    const chosen = what[(applyTo ?? 'All') as keyof typeof what];
    if (!chosen) throw apiError('ApiNotFound', `The workbench does not clear ${applyTo ?? ''}.`);
    this.context.book.clear(this.sheet, this.area, chosen, 'addin');
  }
  Insert(shift: string): HostObject {
    this.#shift('insert', shift === 'Down');
    return this.context.range(this.sheet, this.area);
  }
  Delete(shift: string): void {
    this.#shift('delete', shift === 'Up');
  }
  MoveTo(destination: unknown): void {
    const target = this.other(destination);
    const { firstRow, lastRow, firstColumn, lastColumn } = this.area;
    const { book } = this.context;
    if (this.IsEntireRow && target.firstColumn === 1)
      book.cutLines(this.sheet, 'row', firstRow, lastRow - firstRow + 1, target.firstRow, 'addin');
    else if (this.IsEntireColumn && target.firstRow === 1)
      book.cutLines(this.sheet, 'column', firstColumn, lastColumn - firstColumn + 1, target.firstColumn, 'addin');
    else throw apiError('ApiNotFound', 'The workbench moves whole rows and columns only.');
  }
  Merge(across?: boolean): void {
    if (across === true) throw apiError('ApiNotFound', 'The workbench does not merge across.');
    this.context.book.setMerges(this.sheet, [...this.sheet.merges.filter((merge) => !overlaps(merge, this.area)), this.area], 'addin');
  }
  Unmerge(): void {
    this.context.book.setMerges(
      this.sheet,
      this.sheet.merges.filter((merge) => !overlaps(merge, this.area)),
      'addin',
    );
  }
  async Calculate(): Promise<void> {
    await this.context.book.calculate();
  }

  #shift(kind: LinesInOrOut['kind'], vertical: boolean): void {
    const { firstRow, lastRow, firstColumn, lastColumn } = this.area;
    const before = this.area;
    if (vertical ? !this.IsEntireRow : !this.IsEntireColumn) {
      if (kind === 'insert') this.context.book.insertCells(this.sheet, before, vertical ? 'down' : 'right', 'addin');
      else this.context.book.deleteCells(this.sheet, before, vertical ? 'up' : 'left', 'addin');
    } else if (vertical) this.context.book[`${kind}Rows`](this.sheet, firstRow, lastRow - firstRow + 1, 'addin');
    else this.context.book[`${kind}Columns`](this.sheet, firstColumn, lastColumn - firstColumn + 1, 'addin');
    if (kind === 'insert') this.area = before;
  }

  #read<T>(pick: (cell: HostCell, row: number, column: number) => T): T[][] | null {
    // Excel answers null for cells of whole rows and columns.
    if (this.IsEntireRow || this.IsEntireColumn) return null;
    const { firstRow, lastRow, firstColumn, lastColumn } = this.area;
    const rows: T[][] = [];
    for (let row = firstRow; row <= lastRow; row++) {
      const line: T[] = [];
      for (let column = firstColumn; column <= lastColumn; column++) line.push(pick(this.sheet.cell(row, column), row, column));
      rows.push(line);
    }
    return rows;
  }

  #enter(input: unknown): void {
    const { firstRow, firstColumn } = this.area;
    const { book } = this.context;
    const bar = new FormulaBar(book);
    const spills: ArrayFormula[] = [];
    const contents = this.#block<CellContent | null>(input, (value, i, j) => {
      if (value === null) return null;
      const [row, column] = [firstRow + i, firstColumn + j];
      const content = enteredContent(value, this.sheet.cell(row, column).format, book.dateSystem);
      const entered = content.formula === null ? null : bar.entered(content.formula, this.sheet, row, column);
      if (entered?.spill) spills.push(entered.spill);
      return entered ? { ...content, ...entered.content } : content;
    });
    book.setCells(this.sheet, this.area, contents, 'addin', spills);
  }

  #block<T>(input: unknown, take: (value: unknown, row: number, column: number) => T): T[][] {
    if (this.IsEntireRow || this.IsEntireColumn) throw apiError('InvalidArgument');
    if (Array.isArray(input)) {
      const fits = input.length === this.RowCount && input.every((row) => Array.isArray(row) && row.length === this.ColumnCount);
      if (!fits) throw apiError('InvalidArgument', SIZE_MISMATCH);
    }
    const valueAt = Array.isArray(input) ? (row: number, column: number): unknown => (input[row] as unknown[])[column] : () => input;
    return Array.from({ length: this.RowCount }, (_, row) =>
      Array.from({ length: this.ColumnCount }, (__, column) => take(valueAt(row, column), row, column)),
    );
  }
}

/** A dynamic array of one value, or one that has no room, spills nowhere. */
function isOneCell({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean {
  return firstRow === lastRow && firstColumn === lastColumn;
}

function mixed(hidden: number, count: number): boolean | null {
  return hidden === 0 ? false : hidden === count ? true : null;
}
