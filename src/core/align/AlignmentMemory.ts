import { ValueKind, type SheetSnapshot } from '../workbook/Snapshot';
import type { AlignedSheet } from './alignSheet';

interface Known {
  readonly official: SheetSnapshot;
  readonly local: SheetSnapshot;
  readonly aligned: AlignedSheet;
}

/**
 * How sheet pairs were aligned, for aligning again after an edit. It serves one official snapshot, the options it was first
 * used with, and local snapshots that come from one another by `updateSnapshot`: names, tables and what texts and formulas
 * are numbered as stay the same from one to the next.
 */
export class AlignmentMemory {
  readonly #known = new Map<string, Known>();

  /** The alignment of a pair, called by what else it depends on: the one made before when nothing that it depends on has changed, else one that is made now. */
  of(pair: string, official: SheetSnapshot, local: SheetSnapshot, make: () => AlignedSheet): AlignedSheet {
    const known = this.#known.get(pair);
    const same = known !== undefined && known.official === official && alignsAlike(known.local, local);
    const aligned = same ? known.aligned : make();
    this.#known.set(pair, { official, local, aligned });
    return aligned;
  }
}

/** True when two readings of a sheet differ in nothing that an alignment looks at: results of formulas, formats, notes. */
function alignsAlike({ cells: a }: SheetSnapshot, { cells: b }: SheetSnapshot): boolean {
  if (a === b) return true;
  if (a.count !== b.count) return false;
  for (let p = 0; p < a.count; p++) {
    if (a.row[p] !== b.row[p] || a.column[p] !== b.column[p] || a.formula[p] !== b.formula[p]) return false;
    if (a.kind[p] === b.kind[p] && Object.is(a.payload[p], b.payload[p])) continue;
    // A text that a formula gives can be the header of a list.
    if (a.formula[p]! < 0 || a.kind[p] === ValueKind.Text || b.kind[p] === ValueKind.Text) return false;
  }
  return true;
}
