import { Ref } from '../formula/FormulaShapes';

/** True when the reference that begins at `at` goes over several sheets, as `Jan:Mar!A1` does. */
export function isOverSheets(references: Int32Array, at: number): boolean {
  return references[at + Ref.sheet] !== references[at + Ref.lastSheet];
}

/**
 * The sheet pairs that a reference over several sheets begins and ends with. Null when an end is no sheet of the workbook. What only one
 * workbook has at an end counts: Excel takes no sheet in that is put beside the last one, so the formula has to be synced with it.
 */
export function sheetEnds(
  references: Int32Array,
  at: number,
  pairOf: Int32Array,
): { readonly first: number; readonly last: number } | null {
  const first = references[at + Ref.sheet]!;
  const last = references[at + Ref.lastSheet]!;
  return first < 0 || last < 0 ? null : { first: pairOf[first]!, last: pairOf[last]! };
}
