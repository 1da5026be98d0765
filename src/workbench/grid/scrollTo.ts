import type { FWorksheet } from '@univerjs/preset-sheets-core';
import type { CellRange } from '../../core/workbook/Address';

/** Scrolls a cell into view, where it is not in view already. */
export function scrollTo(worksheet: FWorksheet, { firstRow, firstColumn }: CellRange): void {
  // A few lines before it stay in sight: the labels are usually there.
  if (!isInView(worksheet, firstRow, firstColumn)) worksheet.scrollToCell(Math.max(0, firstRow - 6), Math.max(0, firstColumn - 4));
}

function isInView(worksheet: FWorksheet, row: number, column: number): boolean {
  const view = worksheet.getVisibleRange();
  return !!view && row - 1 >= view.startRow && row - 1 < view.endRow && column - 1 >= view.startColumn && column - 1 < view.endColumn;
}
