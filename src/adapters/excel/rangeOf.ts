import type { CellRange } from '../../core/workbook/Address';

/** Excel's range of a block of cells. */
export function rangeOf(context: Excel.RequestContext, sheet: string, range: CellRange): Excel.Range {
  return context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(
      range.firstRow - 1,
      range.firstColumn - 1,
      range.lastRow - range.firstRow + 1,
      range.lastColumn - range.firstColumn + 1,
    );
}
