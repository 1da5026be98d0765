import type { CellRange } from '../../core/workbook/Address';
import { EMPTY_CELL, type HostCell } from './HostCell';
import { shiftRules } from './hostRules';
import type { HostSheet } from './HostSheet';
import { partsOf, shiftedCells, shiftRange, type LineShift } from './LineShift';

/** Moves all that stands on a sheet, but for tables and notes; `rewrite` gives a formula of the sheet as it then reads. */
export function shiftSheet(sheet: HostSheet, shift: LineShift, rewrite: (formula: string) => string): void {
  const { kind, axis, at, across } = shift;
  sheet.grid.shift(shift);
  if (kind === 'insert' && at > 1) inheritLook(sheet, shift);
  const move = (ranges: readonly CellRange[]) => ranges.flatMap((range) => shiftRange(range, shift) ?? []);
  sheet.merges = move(sheet.merges);
  sheet.arrays = sheet.arrays.flatMap((array) => {
    const range = shiftRange(array.range, shift);
    return range ? [{ ...array, range }] : [];
  });
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) => {
    const ranges = move(format.ranges.flatMap((range) => partsOf(range, shift)));
    return ranges.length === 0 ? [] : [{ ...format, ranges, formula: rewrite(format.formula) }];
  });
  sheet.rules = shiftRules(sheet.rules, shift);
  if (!across) (axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns).shift(shift);
}

/** Excel formats inserted lines and cells like those before them. */
function inheritLook(sheet: HostSheet, shift: LineShift): void {
  const { axis, at, count } = shift;
  const model = shiftedCells({ ...shift, at: at - 1, count: 1 });
  const looks: [number, number, HostCell][] = [];
  sheet.grid.forEachIn(model, (row, column, cell) => {
    if (cell.format !== 'General' || cell.fill !== null)
      looks.push([row, column, { ...EMPTY_CELL, format: cell.format, fill: cell.fill, touched: 'content' }]);
  });
  for (const [row, column, cell] of looks) {
    for (let i = 1; i <= count; i++) {
      if (axis === 'row') sheet.grid.set(row + i, column, cell);
      else sheet.grid.set(row, column + i, cell);
    }
  }
}
