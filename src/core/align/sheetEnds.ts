import { Ref } from '../formula/FormulaShapes';
import type { SheetPair } from './Correspondence';

/** True when the reference that begins at `at` goes over several sheets, as `Jan:Mar!A1` does. */
export function isOverSheets(references: Int32Array, at: number): boolean {
  return references[at + Ref.sheet] !== references[at + Ref.lastSheet];
}

/**
 * The sheet pairs that a reference over several sheets begins and ends with. What only one workbook has at its ends does
 * not count, as Excel cuts it off a reference when such a sheet is deleted. Null when an end is no sheet of the workbook.
 */
export function sheetEnds(
  references: Int32Array,
  at: number,
  pairOf: Int32Array,
  pairs: readonly SheetPair[],
): { readonly first: number; readonly last: number } | null {
  let first = references[at + Ref.sheet]!;
  let last = references[at + Ref.lastSheet]!;
  if (first < 0 || last < 0) return null;
  const isAlone = (sheet: number): boolean => {
    const { official, local } = pairs[pairOf[sheet]!]!;
    return official === null || local === null;
  };
  while (first < last && isAlone(first)) first++;
  while (last > first && isAlone(last)) last--;
  return { first: pairOf[first]!, last: pairOf[last]! };
}
