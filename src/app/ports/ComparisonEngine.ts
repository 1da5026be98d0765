import type { ListKey } from '../../core/align/align';
import type { Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { Comparison, Headline } from '../../core/compare/Comparison';
import type { EqualWithin } from '../../core/compare/EqualWithin';
import type { ExplainedFormulas } from '../../core/compare/explainFormulas';
import type { Trace } from '../../core/explain/Chain';
import type { Regrouping } from '../../core/explain/Regrouping';
import type { HeadlineChoice } from '../../core/headlines/HeadlineChoice';
import type { CellUpdate, SheetRange } from '../../core/update/CellUpdate';
import type { Answer } from '../../core/ledger/Answer';
import type { Offer } from '../../core/propose/Proposal';
import type { SyncPlan } from '../../core/sync/SyncPlan';
import type { Distance, MeasureOptions } from '../catalog/closestVersions';
import type { MeasuredVersion, NextVersion } from '../catalog/measureVersion';
import type { TraceRequest } from '../createTracer';
import type { Explanation } from '../Explanation';
import type { MadeProposal, Offered, ProposalHead } from '../propose/makeProposal';
import type { IncomingOffer } from '../propose/weighProposal';
import type { SheetsOfOne } from '../sheetInPlace';
import type { ModelFile } from './ModelSource';
import type { HostCell, HostReading } from './WorkbookHost';

/** The heavy work, wherever it runs: reads and compares two workbooks, keeps both, and plans syncs between them. */
export interface ComparisonEngine {
  /** The key of the official model it still has in memory; null when it has none, as after a cancelled step. */
  holds(): string | null;
  /** The same of the base. */
  holdsBase(): string | null;
  compare(request: CompareRequest, watch: Watch): Promise<Result<CompareOutcome>>;
  /** Where values of the compared workbook may be others after edits in these ranges; null when the edits reach further than their cells. */
  findDependents(edited: readonly SheetRange[]): Promise<Result<readonly SheetRange[] | null>>;
  /** The comparison with what the cells hold now; null when the edits reach further than their cells, and the old one stays. */
  update(cells: CellUpdate): Promise<Result<ComparedModels | null>>;
  /** The headlines of the last comparison as the user wants them from now on; nothing else in it changes. */
  chooseHeadlines(choice: HeadlineChoice): Promise<Result<ModelHeadlines>>;
  /** The same with the number in a cell of the compared workbook as one more; a failure says why it cannot be one. */
  addHeadline(cell: HostCell): Promise<Result<ModelHeadlines & { readonly name: string }>>;
  /** The official model of the last comparison as a short text, with its hash, for a workbook to remember. */
  packOfficial(): Promise<Result<PackedOfficial>>;
  /** How much lies between another version of official and the compared workbook; the last comparison stays. */
  measure(file: ModelFile, how: MeasureOptions): Promise<Result<Distance>>;
  /** Checks a workbook that is to be published and compares it with the current version; the last comparison stays. */
  measureVersion(version: NextVersion, watch: Watch): Promise<Result<MeasuredVersion>>;
  /** A proposal of differences of the last comparison to its official model, which is called `official`. */
  propose(offered: readonly Offered[], head: ProposalHead, watch: Watch): Promise<Result<MadeProposal>>;
  /** How offers stand, where the last comparison is one with official as they propose it, and with official as it was as the base. */
  weighOffers(offers: readonly Offer[]): Promise<Result<readonly IncomingOffer[]>>;
  /** A plan over the last comparison. */
  plan(request: PlanRequest, watch: Watch): Promise<Result<SyncPlan>>;
  /** The formulas of a difference of the last comparison in cells and in words; can be asked for while another step runs. */
  explain(difference: string): Promise<Result<ExplainedFormulas>>;
  /** How a difference or a cell of the last comparison comes to differ; as with `explainGaps`, in nobody's way. */
  trace(of: TraceRequest, watch: Watch): Promise<Result<Trace>>;
  /**
   * Why the headlines of the last comparison differ. Other requests are answered while it is worked out; a new comparison ends it with the
   * failure `outdated`, and neither a failure nor a cancel of it harms the comparison.
   */
  explainGaps(watch: Watch, regrouping?: Regrouping): Promise<Result<Explanation>>;
}

export interface CompareRequest {
  /** The file may be left out when the engine holds this key; there is none where it is a sheet of local. */
  readonly official: { readonly key: string; readonly file: ModelFile | null; readonly packed?: string; readonly sheets?: SheetsOfOne };
  readonly local: HostReading;
  /**
   * The official version that the open workbook comes from; null where nobody knows. Its file may be left out as that of official, or be
   * `packed`, as a workbook remembers it.
   */
  readonly base: { readonly key: string; readonly file: ModelFile | null; readonly packed?: string } | null;
  /** Sheets the user paired by hand. */
  readonly sheetPairs: readonly SheetNamePair[];
  /** Keys the user chose for lists. */
  readonly keys: readonly ListKey[];
  /** What official's owner agreed are its headlines, where they did; of one that is not there a warning tells. */
  readonly headlines?: readonly string[];
  /** Members that official no longer has; those that the workbook still has are told among the warnings. */
  readonly retired?: readonly string[];
  /** The headlines the user chose. */
  readonly choice: HeadlineChoice;
  /** What counts as equal; sheets and headlines in it that are not there are told among the warnings. */
  readonly within: EqualWithin;
}

/** An official model as a workbook remembers it. */
export interface PackedOfficial {
  readonly packed: string;
  /** Hex SHA-256 of its file. */
  readonly sha256: string | null;
}

export interface SheetNamePair {
  readonly official: string;
  readonly local: string;
}

export interface PlanRequest {
  /** Ids of the differences to take from official. */
  readonly take: readonly string[];
  /** Ids, out of `take`, of what only local has and the user agreed to delete. */
  readonly remove: readonly string[];
  /** Ids, out of `take`, of those whose formulas the user agreed may fetch from, or send to, outside the workbook. */
  readonly outside?: readonly string[];
  /** False when rows and columns that moved are to stay where they are, although they are among `take`. */
  readonly moves?: boolean;
  /** False where the workbook's host cannot change notes. */
  readonly notes?: boolean;
}

/** A comparison, or the names of all sheets when the two workbooks have none in common, so that the user can pair some by hand. */
export type CompareOutcome =
  | { readonly kind: 'compared'; readonly models: ComparedModels }
  | { readonly kind: 'apart'; readonly official: readonly string[]; readonly local: readonly string[] };

/** The headlines of a comparison after a choice, with the warnings that then hold. */
export interface ModelHeadlines {
  readonly headlines: readonly Headline[];
  readonly warnings: readonly string[];
  readonly choice: HeadlineChoice;
}

/** A comparison and what is needed to show it. */
export interface ComparedModels {
  /** Its differences may be cut at a limit; counts always tell all. */
  readonly comparison: Comparison;
  /** How many differences were left out of the list because it is too long. */
  readonly unlisted: number;
  /** What people call the place of a difference, from row and column headers (`Renewal rate · Q2`), by difference id; absent when there is no header. */
  readonly labels: ReadonlyMap<string, string>;
  /** The headlines the user chose, where they stand now. */
  readonly choice: HeadlineChoice;
  /** What counted as equal. */
  readonly within: EqualWithin;
  /** What official remembers was answered to offers; absent where nothing was. */
  readonly answers?: readonly Answer[];
  readonly dateSystems: { readonly official: 1900 | 1904; readonly local: 1900 | 1904 };
}
