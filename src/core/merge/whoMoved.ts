import type { Difference, DifferenceSide, Mover } from '../compare/Difference';
import { isMoved } from '../compare/isMoved';
import { MAX_COLUMN, MAX_ROW, type CellRange } from '../workbook/Address';
import { aspectsOf, rangesOf, type Aspect } from './Changes';
import type { SinceBase } from './SinceBase';

/** What became of the base in either copy. */
export interface BothSinceBase {
  readonly official: SinceBase;
  readonly local: SinceBase;
}

type Side = 'official' | 'local';

const WHOLE: CellRange = { firstRow: 1, firstColumn: 1, lastRow: MAX_ROW, lastColumn: MAX_COLUMN };
const OTHER = { official: 'local', local: 'official' } as const;

/** Who changed a difference as a whole since the base. */
export function whoMoved(difference: Difference, since: BothSinceBase): Mover {
  const moved = moverOf(['official', 'local'].map((side) => hasChanged(difference, side as Side, since)));
  if (moved !== 'unclear' || !isMoved(difference)) return moved;
  // Lines that changed places may be told as either of them having gone past the other.
  return moverOf(
    (['official', 'local'] as const).map((side) => since[side].changes.share('copy', difference[side]!.sheet, WHOLE, ['order']) !== 'none'),
  );
}

function moverOf([byOfficial, byLocal]: readonly boolean[]): Mover {
  if (byOfficial) return byLocal ? 'both' : 'official';
  return byLocal ? 'local' : 'unclear';
}

/** True when one of the two copies is no longer as the base was, where the difference is. */
function hasChanged(difference: Difference, side: Side, since: BothSinceBase): boolean {
  const own = difference[side];
  const aspects = aspectsOf(difference);
  const { changes } = since[side];
  if (aspects.length === 0) {
    // What has a name of its own is called so in the base as well.
    return changes.named(own === null ? 'base' : 'copy', difference.kind, own ?? difference[OTHER[side]]!) !== null;
  }
  if (own !== null) {
    const touched = isWholeLine(difference) ? ([...aspects, 'content', 'note', 'validation'] as const) : aspects;
    return rangesOf(own).some((range) => changes.share('copy', own.sheet, range, touched) !== 'none');
  }
  // What it lacks was taken out of it, or was never there.
  return isGone(difference[OTHER[side]]!, aspects, since[OTHER[side]], since[side]);
}

/** True for rows, columns and sheets that one workbook lacks: whoever changed a cell of them, or wrote a note, did not want them gone. */
function isWholeLine({ kind, official, local }: Difference): boolean {
  return (kind === 'row' || kind === 'column' || kind === 'sheet') && (official === null || local === null);
}

function isGone(place: DifferenceSide, aspects: readonly Aspect[], there: SinceBase, here: SinceBase): boolean {
  const sheet = there.sheetInBase(place.sheet);
  if (sheet === null) return false;
  if (place.address === '') return here.changes.share('base', sheet, WHOLE, aspects) === 'all';
  return rangesOf(place).some((range) => {
    const area = rangeInBase(there, place.sheet, range);
    return area !== null && here.changes.share('base', sheet, area, aspects) !== 'none';
  });
}

/** What a range of a copy was in the base, from its first cell to its last; null where the base had neither. */
export function rangeInBase(since: SinceBase, sheet: string, range: CellRange): CellRange | null {
  const first = since.placeInBase(sheet, { row: range.firstRow, column: range.firstColumn });
  const last = since.placeInBase(sheet, { row: range.lastRow, column: range.lastColumn });
  const [from, to] = [first ?? last, last ?? first];
  if (from === null || to === null) return null;
  return {
    firstRow: Math.min(from.row, to.row),
    lastRow: Math.max(from.row, to.row),
    firstColumn: Math.min(from.column, to.column),
    lastColumn: Math.max(from.column, to.column),
  };
}
