import { Ref, REFERENCE_SIZE, RefFlag, RefSheet, type FormulaShape } from '../formula/FormulaShapes';
import { AdjacentLines } from './AdjacentLines';
import type { Place } from './Place';
import type { Axis, SheetPair } from './Correspondence';

/** How far from its own cell a formula looks, at least and at most, in rows and columns. */
interface Reach {
  readonly rows: Offsets;
  readonly columns: Offsets;
}

interface Offsets {
  from: number;
  to: number;
}

/** What is known of an official formula, with the local one and the sheet pair that it was last asked for with; null for a reach that cannot be told. */
interface Known {
  readonly local: number;
  readonly pair: number;
  readonly reach: Reach | null;
}

/** True when two fixed spans of an axis of a sheet pair cover the same lines. */
type SameSpan = (pair: number, axis: 'rows' | 'columns', official: readonly [number, number], local: readonly [number, number]) => boolean;

/**
 * Tells quickly of most formulas that they look at the same cells: they look equally far, on their own sheet, and all
 * lines that far stand next to each other in both workbooks.
 */
export class NearFormulas {
  readonly #known: Known[] = [];
  readonly #lines = new Map<Axis, AdjacentLines>();

  constructor(
    readonly pairs: readonly SheetPair[],
    readonly sameFixed: SameSpan,
  ) {}

  /** True when two formulas (ids of their snapshots) that do the same look at the same cells from this place; false says nothing. */
  same(officialFormula: number, official: FormulaShape, localFormula: number, local: FormulaShape, place: Place): boolean {
    let known = this.#known[officialFormula];
    if (known?.local !== localFormula || known.pair !== place.pair) {
      known = { local: localFormula, pair: place.pair, reach: this.#reachOf(official.references, local.references, place.pair) };
      this.#known[officialFormula] = known;
    }
    const { reach } = known;
    if (reach === null) return false;
    const { rows, columns } = this.pairs[place.pair]!;
    return (
      this.#linesOf(rows).around(place.officialRow, place.localRow, reach.rows.from, reach.rows.to) &&
      this.#linesOf(columns).around(place.officialColumn, place.localColumn, reach.columns.from, reach.columns.to)
    );
  }

  #linesOf(axis: Axis): AdjacentLines {
    let lines = this.#lines.get(axis);
    if (lines === undefined) this.#lines.set(axis, (lines = new AdjacentLines(axis)));
    return lines;
  }

  #reachOf(official: Int32Array, local: Int32Array, pair: number): Reach | null {
    if (this.pairs[pair]!.bands.length > 0) return null;
    const reach: Reach = { rows: { from: 0, to: 0 }, columns: { from: 0, to: 0 } };
    for (let at = 0; at < official.length; at += REFERENCE_SIZE) {
      for (const references of [official, local]) {
        const own = references[at + Ref.sheet] === RefSheet.Own && references[at + Ref.lastSheet] === RefSheet.Own;
        if (!own || (references[at + Ref.flags]! & (RefFlag.WholeColumns | RefFlag.WholeRows)) !== 0) return null;
      }
      for (const axis of ['rows', 'columns'] as const) {
        const ours = spanOf(official, at, axis);
        const theirs = spanOf(local, at, axis);
        if (ours.fixed === null || ours.fixed !== theirs.fixed) return null;
        if (ours.fixed) {
          if (ours.ends[0] > ours.ends[1] || theirs.ends[0] > theirs.ends[1]) return null;
          if (!this.sameFixed(pair, axis, ours.ends, theirs.ends)) return null;
        } else {
          if (ours.ends.some((end, k) => end !== theirs.ends[k])) return null;
          reach[axis].from = Math.min(reach[axis].from, ...ours.ends);
          reach[axis].to = Math.max(reach[axis].to, ...ours.ends);
        }
      }
    }
    return reach;
  }
}

/** The lines that a reference covers along an axis, fixed or as offsets; `fixed` is null where one end is this and one that. */
function spanOf(
  references: Int32Array,
  at: number,
  axis: 'rows' | 'columns',
): { readonly ends: readonly [number, number]; readonly fixed: boolean | null } {
  const flags = references[at + Ref.flags]!;
  const [one, other, line, lastLine] =
    axis === 'rows'
      ? [RefFlag.RowFixed, RefFlag.LastRowFixed, Ref.row, Ref.lastRow]
      : [RefFlag.ColumnFixed, RefFlag.LastColumnFixed, Ref.column, Ref.lastColumn];
  const [isFirst, isLast] = [(flags & one) !== 0, (flags & other) !== 0];
  return { ends: [references[at + line]!, references[at + lastLine]!], fixed: isFirst === isLast ? isFirst : null };
}
