import type { DifferenceKind } from '../compare/Difference';
import { aspectsOf, rangesOf } from '../merge/Changes';
import { overlaps } from '../workbook/Address';
import type { ChangePlace } from './Proposal';

/** What stands at a place of one workbook, and which aspect of it is meant. */
export interface TouchedPlace {
  readonly kind: DifferenceKind;
  readonly isMove: boolean;
  readonly place: ChangePlace;
}

/** Whether two are about the same cells and the same of them; lines that come or go concern all that stands in them. */
export function touchesPlace(a: TouchedPlace, b: TouchedPlace): boolean {
  const [ours, theirs] = [aspects(a), aspects(b)];
  if (ours.length === 0 || theirs.length === 0) {
    return a.kind === b.kind && isSame(a.place.sheet, b.place.sheet) && isSame(a.place.address, b.place.address);
  }
  if (!isSame(a.place.sheet, b.place.sheet)) return false;
  const isAlike = ours.some((aspect) => theirs.includes(aspect)) || ours.includes('lines') || theirs.includes('lines');
  return isAlike && rangesOf(sideOf(a.place)).some((one) => rangesOf(sideOf(b.place)).some((other) => overlaps(one, other)));
}

function aspects({ kind, isMove, place }: TouchedPlace): ReturnType<typeof aspectsOf> {
  const side = sideOf(place);
  // Of lines and sheets, both sides there means that they stand or are called otherwise.
  return aspectsOf({ id: '', kind, role: 'cause', cells: 1, official: side, local: isMove ? side : null, causes: [], note: '' });
}

function sideOf(place: ChangePlace): Parameters<typeof rangesOf>[0] {
  return { ...place, value: null, formula: null, format: null };
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
