import type { ICellData, IObjectMatrixPrimitiveType } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { covers, type CellRange } from '../../core/workbook/Address';
import { movingCells, shiftCell, shiftRange, type LineShift } from '../book/LineShift';
import { rangeOf } from './rangeOf';

/**
 * Draws cells that the book has moved in only some lines: their content as the book has it, their styles and merged areas as they stood
 * in the grid. Univer's own command would rewrite formulas in its own way, and may insert whole lines. `region` ends where the sheet's
 * cells end, and the grid has to reach that far.
 */
export function showShift(
  worksheet: FWorksheet,
  shift: LineShift,
  region: CellRange,
  contentAt: (row: number, column: number) => ICellData,
): void {
  const { axis, at, count, kind } = shift;
  const matrix = worksheet.getSheet().getCellMatrix();
  const styleOf = (row: number, column: number) => matrix.getValue(row - 1, column - 1)?.s ?? null;
  const styles = new Map<string, ICellData['s']>();
  const blank: IObjectMatrixPrimitiveType<ICellData> = {};
  const values: IObjectMatrixPrimitiveType<ICellData> = {};
  eachCell(region, (row, column) => {
    const moved = shiftCell({ row, column }, shift);
    if (moved) styles.set(`${moved.row},${moved.column}`, styleOf(row, column));
    const inserted = kind === 'insert' && at > 1 && (axis === 'row' ? row : column) < at + count;
    if (inserted) styles.set(`${row},${column}`, axis === 'row' ? styleOf(at - 1, column) : styleOf(row, at - 1));
    (blank[row - 1] ??= {})[column - 1] = { s: null };
  });
  eachCell(region, (row, column) => {
    const style = styles.get(`${row},${column}`);
    (values[row - 1] ??= {})[column - 1] = { ...contentAt(row, column), ...(style && { s: style }) };
  });
  const merges = worksheet.getMergeData().flatMap((merge) => {
    const { startRow, startColumn, endRow, endColumn } = merge.getRange();
    const range = { firstRow: startRow + 1, firstColumn: startColumn + 1, lastRow: endRow + 1, lastColumn: endColumn + 1 };
    if (!covers(movingCells(shift), range)) return [];
    merge.breakApart();
    return shiftRange(range, shift) ?? [];
  });
  const cells = rangeOf(worksheet, region);
  // Univer lays a new style over the old one.
  cells.setValues(blank);
  cells.setValues(values);
  for (const range of merges) rangeOf(worksheet, range).merge({ isForceMerge: true });
}

function eachCell({ firstRow, lastRow, firstColumn, lastColumn }: CellRange, visit: (row: number, column: number) => void): void {
  for (let row = firstRow; row <= lastRow; row++) for (let column = firstColumn; column <= lastColumn; column++) visit(row, column);
}
