import { positionAt, type LineIndex } from '../align/LineIndex';
import { Ref, REFERENCE_SIZE, RefFlag, RefSheet, type FormulaShape, type FormulaShapes } from '../formula/FormulaShapes';
import type { CellColumns, Span } from '../workbook/Snapshot';

/** So many jumps of a side are believed, those of most formulas first. */
const MOST_JUMPS = 3;

/** Lines that formulas leave out, as they do where lines were put in before the next one that they read. */
export interface Jump extends Span {
  /** The line whose formulas jump. */
  readonly from: number;
}

/** Where formulas of a line look past lines at one further on, while those of a line beside it look at the one beside theirs. */
export function jumpsOf(index: LineIndex, { formula }: CellColumns, shapes: FormulaShapes, axis: 'rows' | 'columns'): Jump[] {
  const byCross = new Map<number, Map<number, number>>();
  const found = new Map<string, { readonly jump: Jump; count: number }>();
  for (let line = 1; line <= index.count; line++) {
    for (let x = index.start[line]!; x < index.start[line + 1]!; x++) {
      const p = positionAt(index, x);
      if (formula[p]! < 0) continue;
      let lines = byCross.get(index.cross[p]!);
      if (lines === undefined) byCross.set(index.cross[p]!, (lines = new Map()));
      lines.set(line, formula[p]!);
    }
  }
  const count = (from: number, by: number): void => {
    const jump = by < 0 ? { from, first: from + by, last: from - 1 } : { from, first: from + 1, last: from + by };
    const key = `${from} ${by}`;
    const known = found.get(key);
    if (known !== undefined) known.count++;
    else if (jump.first >= 1 && jump.last <= index.count) found.set(key, { jump, count: 1 });
  };
  for (const lines of byCross.values()) {
    for (const [line, own] of lines) {
      for (const beside of [lines.get(line - 1), lines.get(line + 1)]) {
        if (beside === undefined || beside === own) continue;
        for (const by of jumpsBeyond(shapes.of(own), shapes.of(beside), axis)) count(line, by);
      }
    }
  }
  return [...found.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_JUMPS)
    .map(({ jump }) => jump);
}

/** By how many lines a formula looks past the next one (below zero: the one before), at which another looks that does the same. */
function jumpsBeyond(formula: FormulaShape, beside: FormulaShape, axis: 'rows' | 'columns'): number[] {
  if (formula.skeleton !== beside.skeleton) return [];
  const jumps: number[] = [];
  for (let at = 0; at < formula.references.length; at += REFERENCE_SIZE) {
    const [far, near] = [offsetOf(formula, at, axis), offsetOf(beside, at, axis)];
    if (Math.abs(near) === 1 && far * near > 1) jumps.push(far - near);
  }
  return jumps;
}

/** How far off the one line is that a reference looks at; 0 where it is fixed, several or on another sheet. */
function offsetOf({ references }: FormulaShape, at: number, axis: 'rows' | 'columns'): number {
  const [first, last, fixed] =
    axis === 'rows' ? [Ref.row, Ref.lastRow, RefFlag.RowFixed] : [Ref.column, Ref.lastColumn, RefFlag.ColumnFixed];
  const isOne = references[at + first] === references[at + last] && (references[at + Ref.flags]! & fixed) === 0;
  return isOne && references[at] === RefSheet.Own ? references[at + first]! : 0;
}
