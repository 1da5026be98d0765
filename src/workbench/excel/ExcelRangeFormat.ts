import { cellCount, MAX_COLUMN, MAX_ROW } from '../../core/workbook/Address';
import type { ExcelContext, RangeObject } from './ExcelContext';
import { HostObject } from '../richApi/HostObject';
import { apiError } from '../richApi/ApiError';

/** Excel's RangeFormat: the fill, which is all the workbench keeps of looks. */
export class ExcelRangeFormat extends HostObject {
  readonly typeName = 'RangeFormat';
  constructor(
    private readonly context: ExcelContext,
    private readonly range: RangeObject,
  ) {
    super();
  }
  get Fill(): HostObject {
    return new ExcelRangeFill(this.context, this.range);
  }
}

class ExcelRangeFill extends HostObject {
  readonly typeName = 'RangeFill';
  constructor(
    private readonly context: ExcelContext,
    private readonly range: RangeObject,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Color'];
  }
  /** White for no fill; empty when the cells differ. */
  get Color(): string {
    const colors = new Set<string | null>();
    let filled = 0;
    this.range.sheet.grid.forEachIn(this.range.area, (_, __, cell) => {
      colors.add(cell.fill);
      filled++;
    });
    if (filled < cellCount(this.range.area)) colors.add(null);
    return colors.size > 1 ? '' : ([...colors][0] ?? '#FFFFFF');
  }
  set Color(color: string) {
    const { firstRow, lastRow, firstColumn, lastColumn } = this.range.area;
    if (lastRow - firstRow + 1 === MAX_ROW || lastColumn - firstColumn + 1 === MAX_COLUMN) {
      throw apiError('ApiNotFound', 'The workbench does not fill whole rows and columns.');
    }
    this.context.book.setLook(this.range.sheet, this.range.area, { fill: colorCode(color) }, 'addin');
  }
  Clear(): void {
    this.context.book.clearFill(this.range.sheet, this.range.area, 'addin');
  }
}

const NAMED: Readonly<Record<string, string>> = {
  white: '#FFFFFF',
  black: '#000000',
  yellow: '#FFFF00',
  orange: '#FFA500',
  red: '#FF0000',
};

/** A colour as `#RRGGBB`; refused when it is none. */
export function colorCode(color: unknown): string {
  const text = String(color);
  const code = NAMED[text.toLowerCase()] ?? (/^#?[0-9a-f]{6}$/i.test(text) ? `#${text.replace('#', '')}` : null);
  if (code === null) throw apiError('InvalidArgument');
  return code.toUpperCase();
}
