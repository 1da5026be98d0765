import type { HostBook } from '../book/HostBook';
import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';

/** Excel's SettingCollection: the add-in's settings in the workbook. */
export class ExcelSettings extends HostCollection {
  readonly typeName = 'SettingCollection';
  constructor(private readonly book: HostBook) {
    super();
  }
  items(): readonly HostObject[] {
    return this.book.settings.entries.map(([key]) => new ExcelSetting(this.book, key));
  }
  GetCount(): number {
    return this.book.settings.entries.length;
  }
  Add(key: string, value: unknown): HostObject {
    this.book.settings.set(key, value, 'addin');
    return new ExcelSetting(this.book, key);
  }
  GetItem(key: string): HostObject {
    const item = this.GetItemOrNullObject(key);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(key: string): HostObject | null {
    return this.book.settings.has(key) ? new ExcelSetting(this.book, key) : null;
  }
}

class ExcelSetting extends HostObject {
  readonly typeName = 'Setting';
  constructor(
    private readonly book: HostBook,
    private readonly key: string,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Key', 'Value'];
  }
  get _Id(): string {
    return this.key;
  }
  get Key(): string {
    return this.key;
  }
  get Value(): unknown {
    return this.book.settings.get(this.key);
  }
  set Value(value: unknown) {
    this.book.settings.set(this.key, value, 'addin');
  }
  Delete(): void {
    this.book.settings.delete(this.key, 'addin');
  }
}
