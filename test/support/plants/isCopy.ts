import type { TracedBook, TracedCell, TracedSheet } from './TracedBook';
import { writeFormula } from './tracedFormula';

/** True for a sheet that another one of its book is nearly the same as, cell by cell. */
export function isCopy(sheet: TracedSheet, book: TracedBook): boolean {
  const text = (cell: TracedCell | undefined): string =>
    cell?.formula ? `=${writeFormula(cell.formula, book)}` : JSON.stringify(cell?.value);
  const entries = [...sheet.entries()];
  return book.sheets.some((other) => {
    if (other === sheet) return false;
    const same = entries.filter(({ row, column, cell }) => text(cell) === text(other.cell(row, column))).length;
    return same >= 0.8 * Math.max(entries.length, [...other.entries()].length);
  });
}
