import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import { findReferences } from '../formula/findReferences';
import { REFERENCE_SIZE, type FormulaShape } from '../formula/FormulaShapes';
import type { Identify } from './markChanges';

/** More pairs of references than this are told apart by their texts. */
const MOST_PAIRS = 250_000;

/**
 * Which references of an official and a local formula are the same on the common grid, however they are written: a
 * reference that merely moved is the same one.
 */
export function sameReferences(
  grid: CommonGrid,
  place: Place,
  official: string,
  local: string,
): { readonly official: Identify; readonly local: Identify } {
  const ours = sources(official);
  const theirs = sources(local);
  const keys = new Map<string, string>();
  if (ours.size * theirs.size <= MOST_PAIRS) {
    const officialShape = grid.officialShapes.ofText(official, place.officialRow, place.officialColumn);
    const localShape = grid.localShapes.ofText(local, place.localRow, place.localColumn);
    for (const [source, index] of ours) {
      const shape = one(officialShape, index);
      const target = grid.officialTarget(shape, 0, place, { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 });
      // What is in no sheet of the workbook is told by its text.
      if (target.pair < 0) continue;
      const same = (candidate: string): boolean => grid.sameTarget(shape, one(localShape, theirs.get(candidate)!), 0, place);
      // Of several that cover the same, the one that is written the same.
      const match = theirs.has(source) && same(source) ? source : [...theirs.keys()].find(same);
      keys.set(source, match === undefined ? `official ${source}` : match);
    }
  }
  return {
    official: (token) => keys.get(token.toUpperCase()) ?? null,
    local: (token) => (theirs.has(token.toUpperCase()) ? token.toUpperCase() : null),
  };
}

/** Every reference of a formula as it is written, sheet included, with its number in the order they stand. */
function sources(formula: string): Map<string, number> {
  const found = new Map<string, number>();
  findReferences(formula).forEach(({ prefix, start, end }, index) => {
    const source = formula.slice(prefix?.start ?? start, end).toUpperCase();
    if (!found.has(source)) found.set(source, index);
  });
  return found;
}

/** One reference of a shape, as a shape. */
function one({ skeleton, references }: FormulaShape, index: number): FormulaShape {
  return { skeleton, references: references.subarray(index * REFERENCE_SIZE, (index + 1) * REFERENCE_SIZE) };
}
