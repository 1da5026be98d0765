import { toA1 } from '../../core/formula/toA1';
import { toRelative } from '../../core/formula/toRelative';
import { gridFormula, isResolved, type FormulaPlace } from './gridFormula';

const BESIDE = [
  [0, -1],
  [-1, 0],
  [0, 1],
  [1, 0],
] as const;

/**
 * The formula that the book is to hold where the grid now has `text`: the text itself, unless it is what became of a neighbour's formula
 * when that was filled over; then the neighbour's own, with the names and columns it speaks of, which the grid does not know.
 */
export function filledFormula(text: string, place: FormulaPlace): string {
  const { sheet, row, column } = place;
  for (const [down, right] of BESIDE) {
    const { formula } = sheet.cell(row + down, column + right);
    if (formula === null || !isResolved(formula, place)) continue;
    const filled = toA1(toRelative(formula, row + down, column + right), row, column);
    if (gridFormula(filled, place) === text) return filled;
  }
  return text;
}
