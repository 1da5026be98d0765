import { MAX_COLUMN, MAX_ROW, type CellRange } from '../../core/workbook/Address';
import type { HostSheet, Visibility } from '../book/HostSheet';
import { apiError } from '../richApi/ApiError';
import { HostObject } from '../richApi/HostObject';
import { ExcelComments } from './ExcelComments';
import { ExcelNotes } from './ExcelNotes';
import type { ExcelContext } from './ExcelContext';
import { ExcelNames } from './ExcelNames';
import { ExcelRangeAreas } from './ExcelRangeAreas';
import { ExcelTables } from './ExcelTables';
import { parseAddress } from './parseAddress';

const VISIBILITIES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** Excel's Worksheet. */
export class ExcelWorksheet extends HostObject {
  readonly typeName = 'Worksheet';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Name', 'Position', 'TabColor', 'Visibility'];
  }

  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  set Name(name: string) {
    this.context.book.renameSheet(this.sheet, name, 'addin');
  }
  get Position(): number {
    return this.context.book.sheets.indexOf(this.sheet);
  }
  set Position(position: number) {
    this.context.book.moveSheet(this.sheet, position, 'addin');
  }
  get TabColor(): string {
    return this.sheet.tabColor;
  }
  get Visibility(): string {
    return Object.entries(VISIBILITIES).find(([, visibility]) => visibility === this.sheet.visibility)![0];
  }
  set Visibility(visibility: string) {
    const chosen: Visibility | undefined = VISIBILITIES[visibility as keyof typeof VISIBILITIES];
    if (!chosen) throw apiError('InvalidArgument');
    this.context.book.setVisibility(this.sheet, chosen, 'addin');
  }
  get Protection(): HostObject {
    return new ExcelSheetProtection(this.context, this.sheet);
  }
  get Names(): HostObject {
    return new ExcelNames(this.context, this.sheet);
  }
  get Tables(): HostObject {
    return new ExcelTables(this.context, this.sheet);
  }
  get Comments(): HostObject {
    return new ExcelComments(this.context, this.sheet);
  }
  get Notes(): HostObject {
    return new ExcelNotes(this.context, this.sheet);
  }

  Activate(): void {
    this.context.book.activate(this.sheet, 'addin');
  }
  Delete(): void {
    this.context.book.deleteSheet(this.sheet, 'addin');
  }
  async Calculate(): Promise<void> {
    await this.context.book.calculate();
  }
  GetRange(address?: string): HostObject {
    if (address === undefined || address === '') {
      return this.context.range(this.#present(), { firstRow: 1, firstColumn: 1, lastRow: MAX_ROW, lastColumn: MAX_COLUMN });
    }
    const place = parseAddress(this.context.book, address, this.#present());
    if (place?.sheet !== this.sheet) throw apiError('InvalidArgument');
    return this.context.range(place.sheet, place.area);
  }
  GetRanges(addresses?: string): HostObject {
    const areas = (addresses ?? '').split(',').map((address): CellRange => {
      const place = parseAddress(this.context.book, address, this.#present());
      if (place?.sheet !== this.sheet) throw apiError('InvalidArgument');
      return place.area;
    });
    return new ExcelRangeAreas(this.context, this.sheet, areas);
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): HostObject {
    return this.context.range(this.#present(), {
      firstRow: row + 1,
      firstColumn: column + 1,
      lastRow: row + rows,
      lastColumn: column + columns,
    });
  }
  GetCell(row: number, column: number): HostObject {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }
  /** Cell A1 for an empty sheet, as in Excel. */
  GetUsedRange(valuesOnly?: boolean): HostObject {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetRangeByIndexes(0, 0, 1, 1);
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): HostObject | null {
    const used = this.#present().grid.usedRange(valuesOnly === true);
    return used && this.context.range(this.sheet, used);
  }

  _RegisterDataChangedEvent(): void {
    this.context.listen('changed', this.Id, 1);
  }
  _UnregisterDataChangedEvent(): void {
    this.context.listen('changed', this.Id, -1);
  }
  _RegisterSelectionChangedEvent(): void {
    this.context.listen('selectionChanged', this.Id, 1);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.context.listen('selectionChanged', this.Id, -1);
  }
  _RegisterActivatedEvent(): void {
    this.context.listen('activated', this.Id, 1);
  }
  _UnregisterActivatedEvent(): void {
    this.context.listen('activated', this.Id, -1);
  }
  _RegisterDeactivatedEvent(): void {
    this.context.listen('deactivated', this.Id, 1);
  }
  _UnregisterDeactivatedEvent(): void {
    this.context.listen('deactivated', this.Id, -1);
  }
  _RegisterCalculatedEvent(): void {
    this.context.listen('calculated', this.Id, 1);
  }
  _UnregisterCalculatedEvent(): void {
    this.context.listen('calculated', this.Id, -1);
  }

  /** The sheet, refused with ItemNotFound once it has been deleted. */
  #present(): HostSheet {
    return this.context.book.sheet(this.sheet);
  }
}

class ExcelSheetProtection extends HostObject {
  readonly typeName = 'WorksheetProtection';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Protected'];
  }
  get Protected(): boolean {
    return this.sheet.protected;
  }
  Protect(): void {
    if (this.sheet.protected) throw apiError('InvalidOperation');
    this.context.book.setProtected(this.sheet, true, 'addin');
  }
  Unprotect(): void {
    this.context.book.setProtected(this.sheet, false, 'addin');
  }
}
