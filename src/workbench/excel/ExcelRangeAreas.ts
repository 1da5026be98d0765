import { cellCount, quoteSheetName, stringifyRange, type CellRange } from '../../core/workbook/Address';
import type { HostSheet } from '../book/HostSheet';
import { shiftRange, type LineShift } from '../book/LineShift';
import { HostCollection, HostObject } from '../richApi/HostObject';
import { ExcelConditionalFormats } from './ExcelConditionalFormats';
import type { ExcelContext } from './ExcelContext';

/** Excel's RangeAreas: several ranges of one sheet at once. */
export class ExcelRangeAreas extends HostObject {
  readonly typeName = 'RangeAreas';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet,
    private areas: readonly CellRange[],
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Address', 'AreaCount', 'CellCount'];
  }
  override follow(sheet: HostSheet, shift: LineShift): boolean {
    if (sheet === this.sheet) this.areas = this.areas.flatMap((area) => shiftRange(area, shift) ?? []);
    return this.areas.length > 0;
  }
  get Address(): string {
    return this.areas.map((area) => `${quoteSheetName(this.sheet.name)}!${stringifyRange(area)}`).join(',');
  }
  get AreaCount(): number {
    return this.areas.length;
  }
  get CellCount(): number {
    return this.areas.reduce((sum, area) => sum + cellCount(area), 0);
  }
  get Areas(): HostObject {
    return new ExcelRanges(this.areas.map((area) => this.context.range(this.sheet, area)));
  }
  get Worksheet(): HostObject {
    return this.context.worksheet(this.sheet);
  }
  get ConditionalFormats(): HostObject {
    return new ExcelConditionalFormats(this.context, this.sheet, this.areas);
  }
  Select(): void {
    const [first] = this.areas;
    if (first) this.context.book.select(this.sheet, first, 'addin');
  }
}

class ExcelRanges extends HostCollection {
  readonly typeName = 'RangeCollection';
  constructor(private readonly ranges: readonly HostObject[]) {
    super();
  }
  items(): readonly HostObject[] {
    return this.ranges;
  }
  GetCount(): number {
    return this.ranges.length;
  }
}
