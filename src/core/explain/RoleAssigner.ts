import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { Place } from '../align/Place';
import { isInside } from '../workbook/Address';
import type { ComputedReads } from './ComputedReads';
import type { DifferingCells } from './DifferingCells';
import { otherSheets } from './otherSheets';
import { Precedents } from './Precedents';
import { whyCircular, whyUnexplained } from './whyUnexplained';

/** What a value that differs under the same formula is, and what there is to say of it: why it does not follow, say. */
export interface ValueRole {
  /** A cause where the formula reads other sheets, for someone put the tabs in another order. */
  readonly role: 'cause' | 'consequence' | 'unexplained';
  readonly note: string;
}

/** Where one sheet pair differs, in either workbook's own rows and columns. */
export interface DifferingSides {
  readonly official: DifferingCells;
  readonly local: DifferingCells;
}

const CONSEQUENCE: ValueRole = { role: 'consequence', note: '' };

/**
 * Tells consequences, and what reads other sheets since tabs were moved, from unexplained values: a value follows when something that its formula reads directly, in
 * either workbook, differs. One step is enough, for what it reads was asked the same.
 */
export class RoleAssigner {
  /** What formulas of either workbook read. */
  readonly precedents: { readonly official: Precedents; readonly local: Precedents };

  constructor(
    readonly grid: CommonGrid,
    /** By sheet pair, as each workbook has it. */
    readonly differing: readonly DifferingSides[],
    /** Keys (see `nameKey`) of the names that differ. */
    readonly differingNames: ReadonlySet<string>,
    computedReads: ComputedReads | null = null,
  ) {
    this.precedents = { official: new Precedents(grid, 'official', computedReads), local: new Precedents(grid, 'local', computedReads) };
  }

  /** The role of the cell at a place; formulas are ids of their snapshots. */
  of(officialFormula: number, localFormula: number, place: Place): ValueRole {
    const pair = this.grid.pairs[place.pair]!;
    const ours = this.precedents.official.of(this.grid.officialShapes.of(officialFormula), this.grid.official.sheets[pair.official!]!.name);
    const theirs = this.precedents.local.of(this.grid.localShapes.of(localFormula), this.grid.local.sheets[pair.local!]!.name);
    const between = otherSheets(this.grid, ours.overSheets, theirs.overSheets, place);
    if (between !== null) return { role: 'cause', note: `the sheets between ${between.first} and ${between.last} are others` };
    const follows =
      ours.names.some((name) => this.differingNames.has(name)) ||
      theirs.names.some((name) => this.differingNames.has(name)) ||
      ours.ranges(place, (target) => this.#differs('official', target, place)) ||
      theirs.ranges(place, (target) => this.#differs('local', target, place));
    if (follows) return CONSEQUENCE;
    const hidden = ours.hidden ?? theirs.hidden;
    const own =
      hidden === null &&
      (ours.ranges(place, (target) => this.#isAt('official', target, place)) ||
        theirs.ranges(place, (target) => this.#isAt('local', target, place)));
    return { role: 'unexplained', note: own ? whyCircular(['']) : whyUnexplained(hidden, this.grid) };
  }

  /** Whether a range holds the place itself. */
  #isAt(side: 'official' | 'local', target: Target, place: Place): boolean {
    const [row, column] = side === 'official' ? [place.officialRow, place.officialColumn] : [place.localRow, place.localColumn];
    return target.pair === place.pair && isInside(target, { row, column });
  }

  #differs(side: 'official' | 'local', { pair, firstRow, lastRow, firstColumn, lastColumn }: Target, place: Place): boolean {
    const [row, column] = side === 'official' ? [place.officialRow, place.officialColumn] : [place.localRow, place.localColumn];
    const own = pair === place.pair;
    return this.differing[pair]![side].any(firstRow, lastRow, firstColumn, lastColumn, own ? row : 0, own ? column : 0);
  }
}
