import { whyNotDeleteAcross, whyNotInsertAcross, whyNotMove, type SheetObjects } from '../../../core/sync/SheetObjects';
import { shiftedAddress } from '../../../core/sync/shiftedAddress';
import type { MoveStep, ShiftStep } from '../../../core/sync/SyncPlan';
import { MAX_COLUMN, MAX_ROW, overlaps, type CellRange } from '../../../core/workbook/Address';
import type { EditBook, SheetEntry } from './EditBook';
import { pivotRanges } from './mustNotCutPivots';

/** What a step that moves cells needs: which cells must be blank, and what keeps it from being done, as a sentence. */
export interface Obstacles {
  readonly blank: CellRange | null;
  readonly reason: string | null;
}

/** Returns what stands in the way of a step that puts lines in, takes them out or moves them; Excel would refuse that too. */
export function whyNotShift(book: EditBook, entry: SheetEntry, objects: SheetObjects, step: ShiftStep | MoveStep): Obstacles {
  const { axis, at, count } = step;
  const lines = rangeOf(step);
  const pivots = pivotRanges(book, entry);
  if (step.kind === 'move') {
    const target = { ...step, at: step.to };
    const cut = pivots.some((pivot) => overlaps(pivot, lines) || overlaps(pivot, rangeOf(target)));
    const reason = cut ? PIVOT : whyNotMove(objects, axis, { first: at, last: at + count - 1 });
    return { blank: rangeOf(target), reason };
  }
  const blank = step.kind === 'delete' ? lines : null;
  if (step.across) {
    const what = `the cells ${shiftedAddress(step)}`;
    const behind = axis === 'row' ? { ...lines, lastRow: MAX_ROW } : { ...lines, lastColumn: MAX_COLUMN };
    if (pivots.some((pivot) => overlaps(pivot, behind))) return { blank, reason: PIVOT };
    const reason = step.kind === 'delete' ? whyNotDeleteAcross(objects, axis, lines) : whyNotInsertAcross(objects, axis, lines, what);
    return { blank, reason };
  }
  const cuts = (range: CellRange): boolean => {
    const [first, last] = axis === 'row' ? [range.firstRow, range.lastRow] : [range.firstColumn, range.lastColumn];
    if (step.kind === 'insert') return at > first && at <= last;
    return at <= last && at + count > first && !(at <= first && at + count > last);
  };
  if (pivots.some(cuts)) return { blank, reason: PIVOT };
  return { blank, reason: objects.arrays.some(cuts) ? `The ${axis}s ${shiftedAddress(step)} ${ARRAY}` : null };
}

const PIVOT = 'A PivotTable is in the way of the cells that would move, and Excel does not shift a part of one.';
const ARRAY = 'meet an array formula, which Excel changes only as a whole.';

function rangeOf({ axis, at, count, across }: Pick<ShiftStep, 'axis' | 'at' | 'count' | 'across'>): CellRange {
  const [first, last] = [at, at + count - 1];
  return axis === 'row'
    ? { firstRow: first, lastRow: last, firstColumn: across?.first ?? 1, lastColumn: across?.last ?? MAX_COLUMN }
    : { firstRow: across?.first ?? 1, lastRow: across?.last ?? MAX_ROW, firstColumn: first, lastColumn: last };
}
