import { overlaps, type CellRange } from '../../core/workbook/Address';
import type { HostConditionalFormat, HostSheet } from '../book/HostSheet';
import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';
import type { ExcelContext } from './ExcelContext';
import { colorCode } from './ExcelRangeFormat';

/** Excel's ConditionalFormatCollection of one or more areas of a sheet. */
export class ExcelConditionalFormats extends HostCollection {
  readonly typeName = 'ConditionalFormatCollection';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet,
    private readonly areas: readonly CellRange[],
  ) {
    super();
  }

  items(): readonly HostObject[] {
    return this.#found().map((format) => new ExcelConditionalFormat(this.context, this.sheet, format));
  }
  GetCount(): number {
    return this.#found().length;
  }
  GetItem(id: string): HostObject {
    const item = this.GetItemOrNullObject(id);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(id: string): HostObject | null {
    const format = this.#found().find((other) => other.id === id);
    return format ? new ExcelConditionalFormat(this.context, this.sheet, format) : null;
  }
  GetItemAt(index: number): HostObject {
    const format = this.#found()[index];
    if (!format) throw apiError('InvalidArgument');
    return new ExcelConditionalFormat(this.context, this.sheet, format);
  }
  Add(type: string): HostObject {
    if (type !== 'Custom') throw apiError('ApiNotFound', `The workbench has no conditional formats of type ${type}.`);
    const format: HostConditionalFormat = {
      id: this.context.book.newId(),
      ranges: this.areas,
      formula: '',
      fill: null,
      fontColor: null,
      stopIfTrue: false,
    };
    this.context.book.setConditionalFormats(this.sheet, [format, ...this.sheet.conditionalFormats], 'addin');
    return new ExcelConditionalFormat(this.context, this.sheet, format);
  }
  ClearAll(): void {
    const gone = this.#found();
    this.context.book.setConditionalFormats(
      this.sheet,
      this.sheet.conditionalFormats.filter((format) => !gone.includes(format)),
      'addin',
    );
  }

  #found(): readonly HostConditionalFormat[] {
    return this.sheet.conditionalFormats.filter((format) =>
      format.ranges.some((range) => this.areas.some((area) => overlaps(range, area))),
    );
  }
}

/** Excel's ConditionalFormat, of the custom type. */
class ExcelConditionalFormat extends HostObject {
  readonly typeName = 'ConditionalFormat';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet,
    private readonly format: HostConditionalFormat,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Priority', 'StopIfTrue', 'Type'];
  }
  get Id(): string {
    return this.format.id;
  }
  get Type(): string {
    return 'Custom';
  }
  get Priority(): number {
    return this.sheet.conditionalFormats.findIndex((other) => other.id === this.Id);
  }
  get StopIfTrue(): boolean {
    return this.current.stopIfTrue;
  }
  set StopIfTrue(stop: boolean) {
    this.change({ stopIfTrue: stop });
  }
  get Custom(): HostObject {
    return new ExcelCustomFormat(this);
  }
  get CustomOrNullObject(): HostObject {
    return this.Custom;
  }
  GetRange(): HostObject {
    const [only, ...more] = this.current.ranges;
    if (!only || more.length > 0) throw apiError('InvalidOperation');
    return this.context.range(this.sheet, only);
  }
  GetRangeOrNullObject(): HostObject | null {
    const [only, ...more] = this.current.ranges;
    return only && more.length === 0 ? this.context.range(this.sheet, only) : null;
  }
  Delete(): void {
    void this.current;
    this.context.book.setConditionalFormats(
      this.sheet,
      this.sheet.conditionalFormats.filter((format) => format.id !== this.Id),
      'addin',
    );
  }

  /** The format as the sheet has it now; refused when it has been deleted. */
  get current(): HostConditionalFormat {
    const current = this.sheet.conditionalFormats.find((format) => format.id === this.Id);
    if (!current) throw apiError('ItemNotFound');
    return current;
  }
  change(change: Partial<HostConditionalFormat>): void {
    const changed = { ...this.current, ...change };
    this.context.book.setConditionalFormats(
      this.sheet,
      this.sheet.conditionalFormats.map((format) => (format.id === this.Id ? changed : format)),
      'addin',
    );
  }
}

class ExcelCustomFormat extends HostObject {
  readonly typeName = 'CustomConditionalFormat';
  constructor(private readonly owner: ExcelConditionalFormat) {
    super();
  }
  get Rule(): HostObject {
    return new ExcelFormatRule(this.owner);
  }
  get Format(): HostObject {
    return new ExcelConditionalLook(this.owner);
  }
}

class ExcelFormatRule extends HostObject {
  readonly typeName = 'ConditionalFormatRule';
  constructor(private readonly owner: ExcelConditionalFormat) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Formula', 'FormulaLocal'];
  }
  get Formula(): string {
    return this.owner.current.formula;
  }
  set Formula(formula: string) {
    this.owner.change({ formula });
  }
  get FormulaLocal(): string {
    return this.Formula;
  }
  set FormulaLocal(formula: string) {
    this.Formula = formula;
  }
}

class ExcelConditionalLook extends HostObject {
  readonly typeName = 'ConditionalRangeFormat';
  constructor(private readonly owner: ExcelConditionalFormat) {
    super();
  }
  get Fill(): HostObject {
    return new ExcelConditionalColor(this.owner, 'fill');
  }
  get Font(): HostObject {
    return new ExcelConditionalColor(this.owner, 'fontColor');
  }
}

class ExcelConditionalColor extends HostObject {
  readonly typeName: string;
  constructor(
    private readonly owner: ExcelConditionalFormat,
    private readonly what: 'fill' | 'fontColor',
  ) {
    super();
    this.typeName = what === 'fill' ? 'ConditionalRangeFill' : 'ConditionalRangeFont';
  }
  override get scalars(): readonly string[] {
    return ['Color'];
  }
  get Color(): string {
    return this.owner.current[this.what] ?? '';
  }
  set Color(color: string) {
    this.owner.change({ [this.what]: colorCode(color) });
  }
  Clear(): void {
    this.owner.change({ [this.what]: null });
  }
}
