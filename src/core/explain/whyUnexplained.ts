import type { Snapshot } from '../workbook/Snapshot';
import type { HiddenRead } from './HiddenRead';

/** How both workbooks calculate. */
interface BothCalculations {
  readonly official: Pick<Snapshot, 'calculation'>;
  readonly local: Pick<Snapshot, 'calculation'>;
}

/** What is left when nothing else is to be seen. */
export const OLD_VALUE =
  'Nothing it reads differs, so one of the two still holds an old value. Recalculate yours in full (Ctrl+Alt+F9) and compare again.';

/** The likely reason why a value differs although nothing that its formula reads does, and what to do, in sentences for the user. */
export function whyUnexplained(hidden: HiddenRead | null, { official, local }: BothCalculations): string {
  switch (hidden?.kind) {
    case 'foreign':
      return `It uses ${hidden.what}, which is no function of Excel’s: an add-in or a macro calculates it. Recalculate yours (F9) where that is installed and compare again.`;
    case 'external':
      return 'It reads another workbook, which may have changed since one of the two was updated. Update the links in yours and compare again.';
    case 'chance':
      return `It uses ${hidden.what}, which gives another number whenever Excel calculates. It agrees only once one number is typed in.`;
    case 'moment':
      return `It uses ${hidden.what}, which depends on when and where Excel calculated. Recalculate both, save and compare again.`;
    case 'indirect':
      return `It uses ${hidden.what}, which works out which cells to read, so that they cannot be seen from its formula. Recalculate yours (F9) and compare again; if it stays, look at those cells.`;
  }
  if (local.calculation === 'manual')
    return 'Yours calculates only when told to, so its values may be old. Recalculate yours (F9) and compare again.';
  if (local.calculation === 'unfinished')
    return 'Yours was saved before Excel had calculated all of it. Recalculate yours (F9) and compare again.';
  if (official.calculation === 'manual')
    return 'The official model calculates only when told to, so its values may be old. Ask its owner to recalculate (F9) and save it.';
  if (official.calculation === 'unfinished')
    return 'The official model was saved before Excel had calculated all of it. Open it, recalculate (F9), save it and compare again.';
  return OLD_VALUE;
}

/** The same for a value that goes round in a circle, told by the places that it passes. */
export function whyCircular(places: readonly string[]): string {
  const way = places.length === 1 ? 'It reads itself' : `It reads itself by way of ${places.slice(1).join(', ')}`;
  return `${way}: a circular reference, and what comes out depends on where Excel began. Break the circle, or recalculate yours (F9) and compare again.`;
}
