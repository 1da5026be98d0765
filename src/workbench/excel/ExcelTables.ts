import type { HostSheet } from '../book/HostSheet';
import type { HostTable } from '../book/HostTables';
import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';
import { protocolValue } from './cellProtocol';
import { RangeObject, type ExcelContext } from './ExcelContext';
import { parseAddress } from './parseAddress';

/** Excel's TableCollection, of the workbook (sheet null) or of a sheet. */
export class ExcelTables extends HostCollection {
  readonly typeName = 'TableCollection';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet | null,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Count'];
  }
  items(): readonly HostObject[] {
    return this.#tables().map(this.context.table);
  }
  get Count(): number {
    return this.#tables().length;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItem(key: string): HostObject {
    const item = this.GetItemOrNullObject(key);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(key: string): HostObject | null {
    const table = this.context.book.tables.find(String(key));
    return table && this.#tables().includes(table) ? this.context.table(table) : null;
  }
  GetItemAt(index: number): HostObject {
    const table = this.#tables()[index];
    if (!table) throw apiError('InvalidArgument');
    return this.context.table(table);
  }
  Add(address: unknown, hasHeaders: boolean): HostObject {
    const { book } = this.context;
    const place =
      address instanceof RangeObject
        ? { sheet: address.sheet, area: address.area }
        : parseAddress(book, String(address), this.sheet ?? book.activeSheet);
    if (!place || !hasHeaders) throw apiError('InvalidArgument');
    const columns = Array.from({ length: place.area.lastColumn - place.area.firstColumn + 1 }, (_, index) => {
      const head = place.sheet.cell(place.area.firstRow, place.area.firstColumn + index).value;
      return { name: head === null ? `Column${index + 1}` : String(protocolValue(head)), formula: null };
    });
    let number = book.tables.items.length + 1;
    while (book.tables.find(`Table${number}`)) number++;
    const table: HostTable = {
      id: book.newId(),
      name: `Table${number}`,
      sheet: place.sheet,
      range: place.area,
      headerRow: true,
      totalsRow: false,
      columns,
    };
    return this.context.table(book.tables.add(table, 'addin'));
  }

  #tables(): readonly HostTable[] {
    return this.context.book.tables.items.filter((table) => this.sheet === null || table.sheet === this.sheet);
  }
}

/** Excel's Table. */
export class ExcelTable extends HostObject {
  readonly typeName = 'Table';
  constructor(
    private readonly context: ExcelContext,
    private readonly table: HostTable,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Name', 'ShowHeaders', 'ShowTotals'];
  }
  get Id(): string {
    return this.table.id;
  }
  get Name(): string {
    return this.table.name;
  }
  set Name(name: string) {
    this.context.book.renameTable(this.table, name, 'addin');
  }
  get ShowHeaders(): boolean {
    return this.table.headerRow;
  }
  get ShowTotals(): boolean {
    return this.table.totalsRow;
  }
  get Worksheet(): HostObject {
    return this.context.worksheet(this.table.sheet);
  }
  get Columns(): HostObject {
    return new ExcelTableColumns(this.context, this.table);
  }
  GetRange(): HostObject {
    return this.context.range(this.table.sheet, this.table.range);
  }
  GetHeaderRowRange(): HostObject {
    if (!this.table.headerRow) throw apiError('InvalidOperation');
    return this.context.range(this.table.sheet, { ...this.table.range, lastRow: this.table.range.firstRow });
  }
  GetDataBodyRange(): HostObject {
    return this.context.range(this.table.sheet, bodyOf(this.table));
  }
  GetTotalRowRange(): HostObject {
    if (!this.table.totalsRow) throw apiError('InvalidOperation');
    return this.context.range(this.table.sheet, { ...this.table.range, firstRow: this.table.range.lastRow });
  }
  Resize(address: unknown): void {
    const { book } = this.context;
    const place =
      address instanceof RangeObject ? { sheet: address.sheet, area: address.area } : parseAddress(book, String(address), this.table.sheet);
    if (!place || place.sheet !== this.table.sheet) throw apiError('InvalidArgument');
    book.resizeTable(this.table, place.area, 'addin');
  }
  Delete(): void {
    this.context.book.tables.remove(this.table, 'addin');
    this.context.book.clear(this.table.sheet, this.table.range, 'all', 'addin');
  }
  ConvertToRange(): HostObject {
    this.context.book.tables.remove(this.table, 'addin');
    return this.GetRange();
  }
}

class ExcelTableColumns extends HostCollection {
  readonly typeName = 'TableColumnCollection';
  constructor(
    private readonly context: ExcelContext,
    private readonly table: HostTable,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Count'];
  }
  get Count(): number {
    return this.table.columns.length;
  }
  items(): readonly HostObject[] {
    return this.table.columns.map((_, index) => new ExcelTableColumn(this.context, this.table, index));
  }
  GetCount(): number {
    return this.Count;
  }
  GetItem(key: string | number): HostObject {
    const item = this.GetItemOrNullObject(key);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(key: string | number): HostObject | null {
    const index = this.table.columns.findIndex((column, at) =>
      typeof key === 'number' ? at + 1 === key : column.name.toLowerCase() === key.toLowerCase(),
    );
    return index < 0 ? null : new ExcelTableColumn(this.context, this.table, index);
  }
  GetItemAt(index: number): HostObject {
    if (!this.table.columns[index]) throw apiError('InvalidArgument');
    return new ExcelTableColumn(this.context, this.table, index);
  }
}

class ExcelTableColumn extends HostObject {
  readonly typeName = 'TableColumn';
  constructor(
    private readonly context: ExcelContext,
    private readonly table: HostTable,
    private readonly at: number,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Index', 'Name'];
  }
  get Id(): number {
    return this.at + 1;
  }
  get Index(): number {
    return this.at;
  }
  get Name(): string {
    return this.table.columns[this.at]?.name ?? '';
  }
  GetRange(): HostObject {
    const column = this.table.range.firstColumn + this.at;
    return this.context.range(this.table.sheet, { ...this.table.range, firstColumn: column, lastColumn: column });
  }
  GetDataBodyRange(): HostObject {
    const column = this.table.range.firstColumn + this.at;
    return this.context.range(this.table.sheet, { ...bodyOf(this.table), firstColumn: column, lastColumn: column });
  }
}

function bodyOf({ range, headerRow, totalsRow }: HostTable): HostTable['range'] {
  return { ...range, firstRow: range.firstRow + (headerRow ? 1 : 0), lastRow: range.lastRow - (totalsRow ? 1 : 0) };
}
