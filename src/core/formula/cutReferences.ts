import { rewriteReferences, withLines } from './rewriteReferences';

/** Whole rows or columns that are cut and pasted over as many others of their sheet. */
export interface Cut {
  /** The sheet that the formula stands on. */
  readonly sheetOfFormula: string;
  readonly sheet: string;
  readonly axis: 'row' | 'column';
  /** The first row or column that is cut, counted from 1. */
  readonly at: number;
  readonly count: number;
  /** The first one that is pasted over. */
  readonly to: number;
  /** Called for each reference of which it is not certain what Excel makes of it, such as a range that ends in the lines cut. */
  readonly doubt?: () => void;
}

/**
 * The A1 formula as Excel leaves it when whole lines are cut and pasted: references to lines that are cut follow them, those to lines that
 * are pasted over become `#REF!`, and ranges around either stay. An end of a range that lies in the lines cut goes with them, as it
 * does where only the last line of a range is cut.
 */
export function cutReferences(formula: string, cut: Cut): string {
  const { axis, at, count, to, doubt } = cut;
  const isCut = (line: number): boolean => line >= at && line < at + count;
  const isPastedOver = (line: number): boolean => line >= to && line < to + count;
  return rewriteReferences(formula, cut, (reference) => {
    const { kind, first, last } = reference;
    if (kind === (axis === 'row' ? 'columns' : 'rows')) return null;
    const [start, end] = [Math.min(first[axis], last[axis]), Math.max(first[axis], last[axis])];
    const whole = isCut(start) && isCut(end);
    if (!whole && isPastedOver(start) && isPastedOver(end)) return '#REF!';
    if (!whole && [start, end].some((line) => isCut(line) || isPastedOver(line))) doubt?.();
    const follow = (line: number): number => (isCut(line) ? line + to - at : line);
    const [one, other] = [follow(start), follow(end)];
    return withLines(reference, axis, [Math.min(one, other), Math.max(one, other)]);
  });
}
