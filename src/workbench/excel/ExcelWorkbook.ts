import type { HostBook } from '../book/HostBook';
import { apiError } from '../richApi/ApiError';
import { HostObject } from '../richApi/HostObject';
import { ExcelComment, ExcelComments } from './ExcelComments';
import type { ExcelContext } from './ExcelContext';
import { ExcelName, ExcelNames } from './ExcelNames';
import { ExcelRange } from './ExcelRange';
import { ExcelSettings } from './ExcelSettings';
import { ExcelTable, ExcelTables } from './ExcelTables';
import { ExcelWorksheet } from './ExcelWorksheet';
import { ExcelWorksheets } from './ExcelWorksheets';
import { ExcelXmlParts } from './ExcelXmlParts';
import { parseAddress } from './parseAddress';

/** Excel's Workbook over a book: the root of all object paths. */
export class ExcelWorkbook extends HostObject {
  readonly typeName = 'Workbook';
  readonly #context: ExcelContext;

  constructor(
    private readonly book: HostBook,
    listen: ExcelContext['listen'],
  ) {
    super();
    const context: ExcelContext = {
      book,
      listen,
      range: (sheet, area) => new ExcelRange(context, book.sheet(sheet), area),
      worksheet: (sheet) => new ExcelWorksheet(context, sheet),
      name: (name) => new ExcelName(context, name),
      table: (table) => new ExcelTable(context, table),
      comment: (note) => new ExcelComment(context, note),
    };
    this.#context = context;
  }
  override get scalars(): readonly string[] {
    return ['AutoSave', 'IsDirty', 'Name', 'PreviouslySaved', 'ReadOnly'];
  }

  get Name(): string {
    return this.book.fileName;
  }
  get ReadOnly(): boolean {
    return this.book.readOnly;
  }
  get AutoSave(): boolean {
    return false;
  }
  get IsDirty(): boolean {
    return this.book.changed;
  }
  get PreviouslySaved(): boolean {
    return true;
  }
  get Application(): HostObject {
    return new ExcelApplication(this.book);
  }
  get Worksheets(): HostObject {
    return new ExcelWorksheets(this.#context);
  }
  get Names(): HostObject {
    return new ExcelNames(this.#context, null);
  }
  get Tables(): HostObject {
    return new ExcelTables(this.#context, null);
  }
  get Comments(): HostObject {
    return new ExcelComments(this.#context, null);
  }
  get Settings(): HostObject {
    return new ExcelSettings(this.book);
  }
  get CustomXmlParts(): HostObject {
    return new ExcelXmlParts(this.book);
  }
  get Protection(): HostObject {
    return new ExcelWorkbookProtection(this.book);
  }

  GetSelectedRange(): HostObject {
    return this.#context.range(this.book.activeSheet, this.book.selection);
  }
  GetActiveCell(): HostObject {
    const { firstRow, firstColumn } = this.book.selection;
    return this.#context.range(this.book.activeSheet, { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn });
  }
  _GetRangeForEventByReferenceId(reference: string): HostObject {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(reference);
    if (!range) throw apiError('ItemNotFound');
    return range;
  }
  _GetRangeOrNullObjectForEventByReferenceId(reference: string): HostObject | null {
    const [id = '', address = ''] = reference.split('|');
    const sheet = this.book.findSheet(id);
    const place = sheet && parseAddress(this.book, address, sheet);
    return place && this.#context.range(place.sheet, place.area);
  }
}

class ExcelApplication extends HostObject {
  readonly typeName = 'Application';
  constructor(private readonly book: HostBook) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['CalculationMode', 'CalculationState'];
  }
  get CalculationMode(): string {
    return this.book.calculationMode;
  }
  set CalculationMode(mode: string) {
    if (mode !== 'Automatic' && mode !== 'AutomaticExceptTables' && mode !== 'Manual') throw apiError('InvalidArgument');
    this.book.calculationMode = mode;
  }
  get CalculationState(): string {
    if (!this.book.stale) return 'Done';
    // Excel calculates by itself, the book when someone asks.
    void this.book.settle();
    return this.book.calculationMode === 'Manual' ? 'Pending' : 'Calculating';
  }
  async Calculate(): Promise<void> {
    await this.book.calculate();
  }
  /** Nothing to do: the workbench calculates when a batch reads, and draws after it. */
  SuspendApiCalculationUntilNextSync(): void {}
  SuspendScreenUpdatingUntilNextSync(): void {}
}

class ExcelWorkbookProtection extends HostObject {
  readonly typeName = 'WorkbookProtection';
  constructor(private readonly book: HostBook) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Protected'];
  }
  get Protected(): boolean {
    return this.book.structureProtected;
  }
  Protect(): void {
    this.book.structureProtected = true;
  }
  Unprotect(): void {
    this.book.structureProtected = false;
  }
}
