import { arrayValue, cellValue } from '../model/calculateCell';
import { Pending, Unknowable } from '../model/interruptions';
import type { HybridNodes, NodeFormula } from './HybridNodes';
import type { Rectangle } from './HybridSheet';

/** The rectangles that a formula reads with the values that the cells hold now, those that only calculating tells included. */
export function tracedReads(
  { arrangement }: HybridNodes,
  { program, cell, array }: NodeFormula,
): readonly { readonly sheet: number; readonly area: Rectangle }[] {
  if (program instanceof Unknowable) return [];
  const found: { readonly sheet: number; readonly area: Rectangle }[] = [];
  arrangement.trace = (sheet, area) => void found.push({ sheet, area });
  try {
    if (array === null) cellValue(program, cell);
    else arrayValue(program, cell, array.kind === 'array' ? array.range : null);
  } catch (reason) {
    if (!(reason instanceof Unknowable || reason instanceof Pending)) throw reason;
  } finally {
    arrangement.trace = null;
  }
  return found;
}
