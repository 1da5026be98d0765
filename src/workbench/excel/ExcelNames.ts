import { quoteSheetName, stringifyAddress, stringifyRange } from '../../core/workbook/Address';
import { checkFormula } from '../book/checkFormula';
import type { HostName } from '../book/HostNames';
import type { HostSheet } from '../book/HostSheet';
import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';
import { RangeObject, type ExcelContext } from './ExcelContext';
import { placeOfFormula, type Place } from './parseAddress';

/** Excel's NamedItemCollection, of the workbook (scope null) or of a sheet. */
export class ExcelNames extends HostCollection {
  readonly typeName = 'NamedItemCollection';
  constructor(
    private readonly context: ExcelContext,
    private readonly scope: HostSheet | null,
  ) {
    super();
  }
  items(): readonly HostObject[] {
    return this.context.book.names.items.filter((name) => name.scope === this.scope).map(this.context.name);
  }
  GetCount(): number {
    return this.items().length;
  }
  GetItem(key: string): HostObject {
    const item = this.GetItemOrNullObject(key);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(key: string): HostObject | null {
    const name = this.context.book.names.find(key, this.scope);
    return name && this.context.name(name);
  }
  /** `reference` is a Range, or a formula with `=` or a plain value as text. */
  Add(name: string, reference: unknown, comment?: string): HostObject {
    if (reference instanceof RangeObject) return this.#add(name, absolute(reference), comment);
    if (typeof reference !== 'string') return this.#add(name, String(reference), comment);
    return this.#add(name, reference.startsWith('=') ? this.#checked(reference) : `"${reference.replace(/"/g, '""')}"`, comment);
  }
  AddFormulaLocal(name: string, formula: string, comment?: string): HostObject {
    return this.#add(name, this.#checked(formula), comment);
  }

  #checked(formula: string): string {
    checkFormula(formula, (sheet) => this.context.book.findSheet(sheet) !== null);
    return formula.slice(1);
  }
  #add(name: string, formula: string, comment = ''): HostObject {
    return this.context.name(this.context.book.names.add({ name, scope: this.scope, formula, hidden: false, comment }, 'addin'));
  }
}

/** Excel's NamedItem. */
export class ExcelName extends HostObject {
  readonly typeName = 'NamedItem';
  constructor(
    private readonly context: ExcelContext,
    private readonly name: HostName,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Comment', 'Formula', 'Name', 'Scope', 'Type', 'Value', 'Visible'];
  }
  get _Id(): string {
    return this.name.name;
  }
  get Name(): string {
    return this.name.name;
  }
  get Formula(): string {
    return `=${this.name.formula}`;
  }
  set Formula(formula: string) {
    if (!formula.startsWith('=')) throw apiError('InvalidArgument');
    checkFormula(formula, (sheet) => this.context.book.findSheet(sheet) !== null);
    this.context.book.names.change(this.name, { formula: formula.slice(1) }, 'addin');
  }
  get Comment(): string {
    return this.name.comment;
  }
  set Comment(comment: string) {
    this.context.book.names.change(this.name, { comment }, 'addin');
  }
  get Visible(): boolean {
    return !this.name.hidden;
  }
  set Visible(visible: boolean) {
    this.context.book.names.change(this.name, { hidden: !visible }, 'addin');
  }
  get Scope(): string {
    return this.name.scope ? 'Worksheet' : 'Workbook';
  }
  get Type(): string {
    if (this.#place()) return 'Range';
    const { formula } = this.name;
    if (/^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(formula)) return 'Double';
    if (/^(?:true|false)$/i.test(formula)) return 'Boolean';
    return formula.startsWith('#') ? 'Error' : 'String';
  }
  get Value(): unknown {
    const place = this.#place();
    if (place) return `${quoteSheetName(place.sheet.name)}!${stringifyRange(place.area)}`;
    const { formula } = this.name;
    return this.Type === 'Double' ? Number(formula) : this.Type === 'Boolean' ? /^true$/i.test(formula) : formula;
  }
  get Worksheet(): HostObject {
    if (!this.name.scope) throw apiError('ItemNotFound');
    return this.context.worksheet(this.name.scope);
  }
  get WorksheetOrNullObject(): HostObject | null {
    return this.name.scope && this.context.worksheet(this.name.scope);
  }
  GetRange(): HostObject {
    const range = this.GetRangeOrNullObject();
    if (!range) throw apiError('InvalidOperation');
    return range;
  }
  GetRangeOrNullObject(): HostObject | null {
    const place = this.#place();
    return place && this.context.range(place.sheet, place.area);
  }
  Delete(): void {
    this.context.book.names.remove(this.name, 'addin');
  }

  #place(): Place | null {
    const { book } = this.context;
    return placeOfFormula(book, this.name.formula, this.name.scope ?? book.activeSheet);
  }
}

function absolute({ sheet, area }: RangeObject): string {
  const fixed = (row: number, column: number) => stringifyAddress({ row, column }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const first = fixed(area.firstRow, area.firstColumn);
  const last = fixed(area.lastRow, area.lastColumn);
  return `${quoteSheetName(sheet.name)}!${first === last ? first : `${first}:${last}`}`;
}
