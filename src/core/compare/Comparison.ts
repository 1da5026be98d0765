import type { Trace } from '../explain/Chain';
import type { WeighedDecisions } from '../ledger/DecidedNow';
import type { CellValue } from '../workbook/CellValue';
import type { SheetSnapshot } from '../workbook/Snapshot';
import type { Difference, DifferenceKind, DifferenceRole, Mover } from './Difference';

/** Everything one comparison found. JSON-safe; the terminal prints it as it is. */
export interface Comparison {
  readonly schema: 'tieout.comparison/1';
  readonly official: ComparedWorkbook;
  readonly local: ComparedWorkbook;
  readonly sheets: readonly ComparedSheet[];
  readonly differences: readonly Difference[];
  readonly names: readonly ComparedName[];
  readonly headlines: readonly Headline[];
  readonly counts: Counts;
  readonly signals: readonly string[];
  /** What the base says about the causes; absent where there is none. */
  readonly since?: ChangesSinceBase;
  /** The fewest causes whose sync brings all headlines to official, as calculated; absent where that is not known, or nothing is to be brought. */
  readonly fewest?: FewestCauses;
  /** How the cells that were asked about come to differ; absent where none were. */
  readonly traces?: readonly Trace[];
  /** What local remembers was decided about its differences; absent where nothing was. */
  readonly decisions?: WeighedDecisions;
  readonly precise: boolean;
  readonly warnings: readonly string[];
  /** Milliseconds a step. */
  readonly timing: Readonly<Record<string, number>>;
}

/**
 * How much differs. People are shown the causes, one by one, and how many cells differ in all: both fall with every sync. How many
 * differences what follows folds into does not, as runs break up, nor does the number of cells that follow, which gains a cell
 * when its own formula is taken from official and only its inputs still differ.
 */
export interface Counts {
  /** Differences of each kind, whatever their role. */
  readonly kinds: Readonly<Record<DifferenceKind, number>>;
  /** Differences of each role. */
  readonly roles: Readonly<Record<DifferenceRole, number>>;
  /** The cells that the differences of each role cover. */
  readonly cells: Readonly<Record<DifferenceRole, number>>;
}

export interface ComparedWorkbook {
  readonly name: string;
  readonly sha256: string | null;
  readonly cells: number;
  readonly formulas: number;
}

/** The official version that both workbooks come from, and who changed how much since. */
export interface ChangesSinceBase {
  readonly base: { readonly name: string; readonly sha256: string | null };
  /** Causes by who changed them. */
  readonly by: Readonly<Record<Mover, number>>;
  /** How many changes of local official made as well, so that they are no differences. */
  readonly agreed: number;
}

type SheetVisibility = SheetSnapshot['visibility'];

/** Causes whose sync makes every headline agree. */
interface FewestCauses {
  /** What they belong to, as bridges call it. */
  readonly drivers: readonly string[];
  /** Their ids. */
  readonly causes: readonly string[];
  /** How many headlines they bring to official. */
  readonly headlines: number;
  /** True when no fewer drivers do. */
  readonly exact: boolean;
}

/** Rows are numbers and columns letters in the workbook that has them: added ones in local, removed ones in official. */
export interface ComparedSheet {
  readonly official: string | null;
  readonly local: string | null;
  readonly status: 'same' | 'renamed' | 'added' | 'removed' | 'changed';
  /** True when it stands elsewhere among the sheets that both workbooks have; that is no difference. */
  readonly moved: boolean;
  /** Whether each workbook shows it; null where that one lacks it. What is hidden is compared like all else. */
  readonly visibility: { readonly official: SheetVisibility | null; readonly local: SheetVisibility | null };
  readonly rowsAdded: readonly number[];
  readonly rowsRemoved: readonly number[];
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
  readonly rowsMoved: readonly number[];
  /** Lists whose rows were matched by a key. */
  readonly keyed: readonly ComparedList[];
}

/** A list whose rows were matched by a key, in whatever order they come. */
export interface ComparedList {
  /** Where it stands in either workbook, `A4:F120`. */
  readonly official: string;
  readonly local: string;
  /** All its headers, as official writes them. */
  readonly columns: readonly string[];
  /** Those of the columns that tell its rows apart. */
  readonly key: readonly string[];
  /** True when the user chose the key. */
  readonly chosen: boolean;
  /** True when its rows come in another order in local. */
  readonly reordered: boolean;
  /** How many rows, of both sides together, share their key with another; they are matched by what else they hold. */
  readonly duplicates: number;
}

export interface ComparedName {
  readonly name: string;
  readonly scope: string | null;
  readonly official: string | null;
  readonly local: string | null;
}

/** An output people argue about. Gap is always yours − official; null when either is not a number. */
export interface Headline {
  readonly name: string;
  /** Where it stands in each workbook, `Summary!C4`; null when that workbook does not have it. */
  readonly officialAddress: string | null;
  readonly localAddress: string | null;
  readonly official: CellValue;
  readonly local: CellValue;
  readonly format: string;
  readonly gap: number | null;
  readonly ties: boolean;
  readonly bridge: readonly { readonly driver: string; readonly causes: readonly string[]; readonly amount: number }[];
  readonly exact: boolean;
}
