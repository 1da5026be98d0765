import type { ComparedModels, SheetNamePair } from '../../app/ports/ComparisonEngine';
import type { ApplyOutcome, Calculation } from '../../app/ports/WorkbookHost';
import type { SyncPlan, WriteStep } from '../../core/sync/SyncPlan';
import type { KindGroup } from '../../app/kindGroups';
import type { MoverGroup } from '../../app/moverGroups';
import type { IncomingOffer } from '../../app/propose/weighProposal';
import type { Answer } from '../../core/ledger/Answer';
import type { AnsweredNow, DecidedNow } from '../../core/ledger/DecidedNow';
import type { Decision } from '../../core/ledger/Decision';
import type { BaseVersion } from '../../core/ledger/BaseVersion';
import type { Receipt } from '../../core/ledger/Receipt';
import type { Proposal } from '../../core/propose/Proposal';
import type { Regrouping } from '../../core/explain/Regrouping';
import type { LineShift } from './lineShifts';
import type { CatalogListing, Published } from './Published';
import type { Publishing } from './Publishing';
import type { Why } from './Why';
import type { Work } from './Work';

/** Everything the pane shows, as one value. */
export interface PaneState {
  readonly official: OfficialChoice | null;
  /** The official version that the open workbook comes from, as far as the user said so. */
  readonly base: BaseChoice | null;
  /** What a catalog says of the official model; null where it comes from none, or none was asked yet. */
  readonly published: Published | null;
  /** The catalog to choose from. */
  readonly listing: CatalogListing | null;
  /** The version that is about to be published; null where none is. */
  readonly publishing: Publishing | null;
  readonly stage: Stage;
  readonly highlight: 'off' | 'changing' | 'on';
  readonly notice: Notice | null;
  readonly calculation: PaneCalculation;
  /** What the workbook remembers of its syncs; null until it was read. */
  readonly memory: WorkbookRecords | null;
  /** Proposals that were opened, the open workbook being the official model; null when none were. */
  readonly incoming: IncomingProposals | null;
  /** The last sync of this session that can still be taken back. */
  readonly undoable: ApplyOutcome | null;
  /** What the last undo left and could take back too; null when it left nothing, or nobody wants to know any more. */
  readonly left: LeftByUndo | null;
  /** What was put in or taken out since that sync. */
  readonly shiftsSinceSync: readonly LineShift[];
}

/** Whether the results on show are those of today; `since`: Excel has calculated since all was compared with old ones. */
export type PaneCalculation = Calculation | 'since';

/** The official model that comparisons are made with. */
export interface OfficialChoice {
  /** Tells official models apart. */
  readonly key: string;
  readonly title: string;
  readonly version: string | null;
  /** ISO date or time. */
  readonly publishedAt: string | null;
  /** Where it is: a link's address, the name of the picked file, the proposal whose offers it holds, or a model of the catalog at an address. */
  readonly place:
    | { readonly kind: 'link' | 'proposal'; readonly name: string }
    /** The open workbook itself, as it was before. */
    | { readonly kind: 'own'; readonly name: string }
    /** `id`: under which this computer keeps what lets it be read again; null where it cannot. */
    | { readonly kind: 'file'; readonly name: string; readonly id: string | null }
    | { readonly kind: 'catalog'; readonly name: string; readonly model: string }
    /** A sheet of the open workbook, for another of it. */
    | { readonly kind: 'sheet'; readonly name: string; readonly instead: string };
}

/** The version that comparisons tell changes since. */
export interface BaseChoice {
  readonly title: string;
  /** When the two workbooks agreed on it, as an ISO time; null where the user picked its file. */
  readonly at: string | null;
}

/** What the open workbook remembers. */
export interface WorkbookRecords {
  /** In the order of what happened. */
  readonly receipts: readonly Receipt[];
  readonly decisions: readonly Decision[];
  /** What was answered to proposals. */
  readonly answers: readonly Answer[];
  /** The official version that it last agreed with. */
  readonly base: BaseVersion | null;
  /** Why some of it could not be read, in a sentence. */
  readonly problem: string | null;
}

/** Proposals against the open workbook. */
export interface IncomingProposals {
  /** By team. */
  readonly proposals: readonly Proposal[];
  /** Which of them the comparison on show is with. */
  readonly current: number;
  /** How its offers stand; null until that is known. */
  readonly offers: readonly IncomingOffer[] | null;
  /** Why other files that were picked are none of them, in sentences. */
  readonly problems: readonly string[];
}

/** What the pane is at. */
export type Stage =
  /** No official model is known, or the user wants another one; `back` is where to return to. */
  | { readonly at: 'choosing'; readonly back: Review | null }
  | { readonly at: 'ready' }
  /** What was edited while it runs: the comparison may have read those cells before or after. */
  | ({ readonly at: 'comparing'; readonly work: Work; readonly before: Review | null } & EditedSince)
  /** The workbooks have no sheet in common: the user may pair some by hand. */
  | {
      readonly at: 'pairing';
      readonly official: readonly string[];
      readonly local: readonly string[];
      readonly pairs: readonly SheetNamePair[];
    }
  | { readonly at: 'review'; readonly review: Review }
  | { readonly at: 'planning'; readonly work: Work; readonly review: Review }
  | { readonly at: 'plan'; readonly review: Review; readonly draft: Draft }
  | { readonly at: 'syncing'; readonly work: Work; readonly review: Review; readonly draft: Draft }
  | { readonly at: 'undoing'; readonly work: Work; readonly review: Review | null };

/** A comparison as the user looks through it. */
export interface Review extends EditedSince {
  readonly models: ComparedModels;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  /** When it was last brought up to date after an edit; null when there was none that was followed. */
  readonly followedAt: number | null;
  readonly view: 'tieout' | 'differences' | 'proposals' | 'history';
  readonly why: Why;
  /** What was decided on differences, by their id. */
  readonly decided: ReadonlyMap<string, DecidedNow>;
  /** What official answered to offers. */
  readonly answered: readonly AnsweredNow[];
  /** How the user wants drivers grouped. */
  readonly regrouping: Regrouping;
  /** Names of the headlines whose bridge is open. */
  readonly bridges: ReadonlySet<string>;
  readonly list: ListState;
}

/** What was done to the workbook since a comparison. */
export interface EditedSince {
  /** Places edited, `Sheet!A1:B2`, with the number of their cells. */
  readonly edited: ReadonlyMap<string, number>;
  readonly shifts: readonly LineShift[];
}

export interface ListState {
  readonly search: string;
  readonly kinds: ReadonlySet<KindGroup>;
  readonly movers: ReadonlySet<MoverGroup>;
  /** The driver whose causes alone are listed; null to list all. */
  readonly driver: ShownDriver | null;
  /** Ids of headings that were folded, or for those folded at first, opened. */
  readonly toggled: ReadonlySet<string>;
  /** Ids of differences whose detail is open. */
  readonly open: ReadonlySet<string>;
  readonly ticked: ReadonlySet<string>;
  /** Id of the row that the keyboard is at. */
  readonly current: string | null;
}

/** A driver that the list is narrowed to. */
export interface ShownDriver {
  readonly name: string;
  /** Ids of its causes. */
  readonly causes: ReadonlySet<string>;
}

/** A plan as the user decides about it. */
export interface Draft {
  readonly plan: SyncPlan;
  readonly take: readonly string[];
  /** What only local has: differences among `take` that would delete something. */
  readonly removable: readonly string[];
  readonly remove: readonly string[];
  /** Differences whose formulas the user lets fetch from, or send to, outside the workbook. */
  readonly outside: readonly string[];
  /** Whether rows and columns that moved were asked for, rather than merely being among all causes. */
  readonly moves: boolean;
  /** True while a new plan is made because the user changed `remove` or `outside`. */
  readonly stale: boolean;
}

/** Cells that an undo left because they hold something else by now. */
export interface LeftByUndo {
  /** The receipt of the undo; or that of the sync, where nothing at all was taken back. */
  readonly of: { readonly undo: string | null; readonly sync: string | null };
  /** What takes them back, each cell only if it still holds what it held then. */
  readonly steps: readonly WriteStep[];
}

/** A message across the top: `done` went well, `warning` partly, `failure` not. */
export interface Notice {
  readonly tone: 'done' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
  /** Further sentences, such as cells that were left alone. */
  readonly details: readonly string[];
}

export const startList: ListState = {
  search: '',
  kinds: new Set(),
  movers: new Set(),
  driver: null,
  toggled: new Set(),
  open: new Set(),
  ticked: new Set(),
  current: null,
};

/** The state of a pane that just opened. */
export function startState(official: OfficialChoice | null): PaneState {
  return {
    official,
    base: null,
    published: null,
    listing: null,
    publishing: null,
    memory: null,
    incoming: null,
    stage: official === null ? { at: 'choosing', back: null } : { at: 'ready' },
    highlight: 'off',
    notice: null,
    calculation: 'done',
    undoable: null,
    left: null,
    shiftsSinceSync: [],
  };
}

/** The comparison on show, whatever else the pane is at; null when there is none. */
export function reviewOf(stage: Stage): Review | null {
  switch (stage.at) {
    case 'choosing':
      return stage.back;
    case 'comparing':
      return stage.before;
    case 'ready':
    case 'pairing':
      return null;
    default:
      return stage.review;
  }
}
