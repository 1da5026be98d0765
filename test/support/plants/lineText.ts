import { toRelative } from '../../../src/core/formula/toRelative';
import type { AxisName, TracedBook, TracedSheet } from './TracedBook';
import { writeFormula } from './tracedFormula';

/** What a line holds, for comparing lines of one sheet wherever they stand. */
export function lineText(book: TracedBook, sheet: TracedSheet, axis: AxisName): (number: number) => string {
  const other = axis === 'rows' ? 'columns' : 'rows';
  return (number) =>
    sheet[other]
      .map((_, k) => {
        const place: [number, number] = axis === 'rows' ? [number, k + 1] : [k + 1, number];
        const cell = sheet.cell(...place);
        if (cell === undefined) return '';
        return cell.formula === null ? JSON.stringify(cell.value) : `=${toRelative(writeFormula(cell.formula, book), ...place)}`;
      })
      .join('|');
}
