import type { CellAddress } from '../workbook/Address';
import type { Gone } from './indexDeletions';

/** Official's formula of a cell, or of a name of this scope, as it means the same in the local workbook; null when there is none. */
export type OfficialFormulas = (sheet: string | null, at: CellAddress | string) => string | null;

/** What deletions do to a formula that stands in a cell, or is that of a name. */
export type RemovalEffect = (formula: string, home: string | null, at: CellAddress | string) => ReturnType<Gone['shrink']>;

/**
 * What happens to formulas when some of the lines that go are deleted and the others, at the end of their sheet, only cleared: nothing
 * shifts there, so that a range over those may stay as it is. It becomes official's where both mean the same but for those lines.
 */
export function clearingEffect(gone: Gone, deleted: Gone, official: OfficialFormulas): RemovalEffect {
  return (formula, home, at) => {
    const all = gone.shrink(formula, home);
    if (all.lost.size === 0 && all.shrunk.size === 0) return all;
    const wanted = official(home, at);
    if (wanted === null) {
      const shifted = deleted.shrink(formula, home);
      return { ...shifted, lost: all.lost };
    }
    if (gone.shrink(wanted, home).formula !== all.formula) return all;
    const shifted = deleted.shrink(wanted, home);
    if (shifted.formula === formula) return { formula, lost: shifted.lost, shrunk: new Set() };
    return { ...shifted, shrunk: new Set([...all.lost, ...all.shrunk]) };
  };
}
