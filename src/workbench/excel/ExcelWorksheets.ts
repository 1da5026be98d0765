import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';
import type { ExcelContext } from './ExcelContext';
import { WORKBOOK_TARGET } from './eventTypes';

/** Excel's WorksheetCollection. */
export class ExcelWorksheets extends HostCollection {
  readonly typeName = 'WorksheetCollection';
  constructor(private readonly context: ExcelContext) {
    super();
  }
  items(): readonly HostObject[] {
    return this.context.book.sheets.map(this.context.worksheet);
  }
  GetItem(key: string): HostObject {
    const sheet = this.GetItemOrNullObject(key);
    if (!sheet) throw apiError('ItemNotFound');
    return sheet;
  }
  GetItemOrNullObject(key: string): HostObject | null {
    const sheet = this.context.book.findSheet(key);
    return sheet && this.context.worksheet(sheet);
  }
  GetActiveWorksheet(): HostObject {
    return this.context.worksheet(this.context.book.activeSheet);
  }
  GetCount(visibleOnly?: boolean): number {
    return this.context.book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'visible').length;
  }
  GetFirst(visibleOnly?: boolean): HostObject {
    return this.context.worksheet(this.context.book.sheets.find((sheet) => visibleOnly !== true || sheet.visibility === 'visible')!);
  }
  GetLast(visibleOnly?: boolean): HostObject {
    return this.context.worksheet(
      this.context.book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'visible').at(-1)!,
    );
  }
  Add(name?: string): HostObject {
    const { book } = this.context;
    let number = book.sheets.length + 1;
    while (book.findSheet(`Sheet${number}`)) number++;
    return this.context.worksheet(book.addSheet(name ?? `Sheet${number}`, 'addin'));
  }

  _RegisterDataChangedEvent(): void {
    this.context.listen('changed', WORKBOOK_TARGET, 1);
  }
  _UnregisterDataChangedEvent(): void {
    this.context.listen('changed', WORKBOOK_TARGET, -1);
  }
  _RegisterSelectionChangedEvent(): void {
    this.context.listen('selectionChanged', WORKBOOK_TARGET, 1);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.context.listen('selectionChanged', WORKBOOK_TARGET, -1);
  }
  _RegisterActivatedEvent(): void {
    this.context.listen('activated', WORKBOOK_TARGET, 1);
  }
  _UnregisterActivatedEvent(): void {
    this.context.listen('activated', WORKBOOK_TARGET, -1);
  }
  _RegisterDeactivatedEvent(): void {
    this.context.listen('deactivated', WORKBOOK_TARGET, 1);
  }
  _UnregisterDeactivatedEvent(): void {
    this.context.listen('deactivated', WORKBOOK_TARGET, -1);
  }
  _RegisterAddedEvent(): void {
    this.context.listen('added', WORKBOOK_TARGET, 1);
  }
  _UnregisterAddedEvent(): void {
    this.context.listen('added', WORKBOOK_TARGET, -1);
  }
  _RegisterDeletedEvent(): void {
    this.context.listen('deleted', WORKBOOK_TARGET, 1);
  }
  _UnregisterDeletedEvent(): void {
    this.context.listen('deleted', WORKBOOK_TARGET, -1);
  }
  _RegisterCalculatedEvent(): void {
    this.context.listen('calculated', WORKBOOK_TARGET, 1);
  }
  _UnregisterCalculatedEvent(): void {
    this.context.listen('calculated', WORKBOOK_TARGET, -1);
  }
}
