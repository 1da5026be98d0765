import type { PairedSheets } from './pairSheets';
import type { SheetLikeness, SheetOfSide } from './SheetLikeness';

/** A copy still holds so much of what it was copied from. */
const COPY = 0.8;

/**
 * The sheet of the same workbook that a sheet which only this workbook has was copied from; null when it is no copy. As either may
 * have been edited since, it is also held against what the other workbook has for that sheet.
 */
export function copiedFrom(own: SheetOfSide, paired: readonly PairedSheets[], likeness: SheetLikeness): number | null {
  if (likeness.isBlank(own)) return null;
  let best = COPY;
  let from: number | null = null;
  for (const { official, local } of paired) {
    if (official === null || local === null) continue;
    const alike = Math.max(
      likeness.ofContent(own, { side: 'official', sheet: official }),
      likeness.ofContent(own, { side: 'local', sheet: local }),
    );
    if (alike < best || (alike === best && from !== null)) continue;
    best = alike;
    from = own.side === 'official' ? official : local;
  }
  return from;
}
