import { BLANK } from '../../core/sync/cellContent';
import type { CellContent, WriteStep } from '../../core/sync/SyncPlan';
import type { CellRange } from '../../core/workbook/Address';
import { AREA, areaOf } from './areaOf';
import { boundedParts } from './boundedParts';
import { rangeOf } from './rangeOf';

/** Contents that stood in lines thought to be blank, as `Range.formulas` has them. */
export interface Met {
  readonly range: CellRange;
  readonly formulas: readonly (readonly unknown[])[];
}

/** Blank cells take some five bytes each of an answer of at most 5 MB, which the step must not fail for. */
const MOST_CELLS = 400_000;

/**
 * Queues reading what stands in lines that are thought to be blank, of which Excel counts `cells` as used, so that it is known what a
 * step in the same request met. Too many to be read are not.
 */
export function loadContents(context: Excel.RequestContext, sheet: string, lines: CellRange, cells: number): Excel.Range[] {
  if (cells > MOST_CELLS) return [];
  return boundedParts(lines).map((part) => rangeOf(context, sheet, part).getUsedRangeOrNullObject(true).load(`${AREA},formulas`));
}

/** What stood in them; nothing when they were blank. */
export function contentsMet(ranges: readonly Excel.Range[]): Met[] {
  return ranges.flatMap((loaded) => {
    const range = areaOf(loaded);
    const filled = range !== null && loaded.formulas.some((row) => row.some((content) => content !== ''));
    return filled ? [{ range, formulas: loaded.formulas as unknown[][] }] : [];
  });
}

/** The step that writes what stood there. */
export function asWritten(sheet: string, { range, formulas }: Met): WriteStep {
  const after = formulas.map((row) =>
    row.map((content): CellContent | null => {
      if (content === '') return null;
      const isFormula = typeof content === 'string' && content.startsWith('=');
      return { formula: isFormula ? content : null, value: isFormula ? null : (content as string | number | boolean), format: null };
    }),
  );
  const before = after.map((row) => row.map((content) => content && BLANK));
  return { kind: 'write', sheet, range, before, after, differences: [] };
}

/** Queues writing it again where it stood. */
export function writeAgain(context: Excel.RequestContext, sheet: string, met: readonly Met[]): void {
  for (const { range, formulas } of met) rangeOf(context, sheet, range).formulas = formulas as unknown[][];
}
