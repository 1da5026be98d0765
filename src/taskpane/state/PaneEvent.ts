import type { ComparedModels, ModelHeadlines, SheetNamePair } from '../../app/ports/ComparisonEngine';
import type { ApplyOutcome } from '../../app/ports/WorkbookHost';
import type { IncomingOffer } from '../../app/propose/weighProposal';
import type { Proposal } from '../../core/propose/Proposal';
import type { Publishing } from './Publishing';
import type { Explanation } from '../../app/Explanation';
import type { Regrouping } from '../../core/explain/Regrouping';
import type { KindGroup } from '../../app/kindGroups';
import type { MoverGroup } from '../../app/moverGroups';
import type {
  BaseChoice,
  Draft,
  LeftByUndo,
  Notice,
  OfficialChoice,
  PaneCalculation,
  PaneState,
  Review,
  WorkbookRecords,
} from './PaneState';
import type { CatalogListing, Published, PublishedVersion } from './Published';

/** Everything that can happen to the pane's state. */
export type PaneEvent =
  | { readonly type: 'officialChosen'; readonly official: OfficialChoice }
  /** What the catalog at an address says of the model that is chosen. */
  | { readonly type: 'published'; readonly address: string; readonly news: Omit<Published, 'opened'> }
  | { readonly type: 'versionOpened'; readonly key: string; readonly opened: PublishedVersion }
  | { readonly type: 'catalogListed'; readonly listing: CatalogListing | null }
  | { readonly type: 'baseChosen'; readonly base: BaseChoice | null }
  | { readonly type: 'remembered'; readonly memory: WorkbookRecords }
  | { readonly type: 'proposalsOpened'; readonly proposals: readonly Proposal[]; readonly problems: readonly string[] }
  /** The comparison is to be with what another of the proposals proposes. */
  | { readonly type: 'proposalShown'; readonly at: number }
  | { readonly type: 'offersWeighed'; readonly offers: readonly IncomingOffer[] }
  | { readonly type: 'choosing' }
  | { readonly type: 'choosingLeft' }
  | { readonly type: 'workStarted'; readonly work: 'comparing' | 'planning' | 'syncing' | 'undoing'; readonly doing: string }
  | { readonly type: 'workProgressed'; readonly doing: string; readonly done: number }
  | { readonly type: 'workCancelling' }
  /** The step ended without a result; the pane goes back to where it was. */
  | { readonly type: 'workEnded'; readonly notice: Notice | null }
  | { readonly type: 'compared'; readonly models: ComparedModels; readonly at: number; readonly notice: Notice | null }
  /** The comparison on show was brought up to date after edits at these places. */
  | { readonly type: 'followed'; readonly models: ComparedModels; readonly at: number; readonly places: readonly string[] }
  | { readonly type: 'nothingInCommon'; readonly official: readonly string[]; readonly local: readonly string[] }
  | { readonly type: 'sheetsPaired'; readonly pairs: readonly SheetNamePair[] }
  | { readonly type: 'planned'; readonly draft: Draft }
  | { readonly type: 'removalsChosen'; readonly remove: readonly string[] }
  | { readonly type: 'publishing'; readonly publishing: Publishing | null }
  | { readonly type: 'outsideChosen'; readonly outside: readonly string[] }
  | { readonly type: 'planLeft' }
  | { readonly type: 'undoableChanged'; readonly outcome: ApplyOutcome | null }
  | { readonly type: 'leftByUndo'; readonly left: LeftByUndo | null }
  | { readonly type: 'workbookEdited'; readonly place: string; readonly cells: number; readonly moved: 'in' | 'out' | null }
  /** Other headlines of a comparison. */
  | { readonly type: 'headlinesChosen'; readonly models: ComparedModels; readonly chosen: ModelHeadlines }
  /** News about why the headlines of a comparison differ. */
  | { readonly type: 'whyChanged'; readonly models: ComparedModels; readonly why: WhyNews }
  /** Drivers are to be grouped otherwise. */
  | { readonly type: 'regrouped'; readonly regrouping: Regrouping }
  | { readonly type: 'bridgeToggled'; readonly headline: string }
  /** The list shows the causes of this driver alone. */
  | { readonly type: 'driverShown'; readonly name: string; readonly causes: readonly string[] }
  | { readonly type: 'viewShown'; readonly view: Review['view'] }
  | { readonly type: 'highlightChanged'; readonly highlight: PaneState['highlight'] }
  | { readonly type: 'calculationSeen'; readonly calculation: PaneCalculation }
  | { readonly type: 'noticed'; readonly notice: Notice | null }
  | ListEvent;

export type WhyNews =
  | { readonly at: 'wanted' }
  | { readonly at: 'working'; readonly done: number }
  | { readonly at: 'there'; readonly explanation: Explanation }
  | { readonly at: 'failed'; readonly message: string }
  | { readonly at: 'stopped' };

/** What can happen to the list of differences. */
export type ListEvent =
  | { readonly type: 'searched'; readonly search: string }
  | { readonly type: 'kindToggled'; readonly kind: KindGroup }
  | { readonly type: 'moverToggled'; readonly mover: MoverGroup }
  | { readonly type: 'filtersCleared' }
  | { readonly type: 'headingToggled'; readonly id: string }
  | { readonly type: 'differenceToggled'; readonly id: string }
  | { readonly type: 'rowReached'; readonly id: string | null }
  /** These alone are ticked. */
  | { readonly type: 'tickedOnly'; readonly ids: readonly string[] }
  | { readonly type: 'ticked'; readonly ids: readonly string[]; readonly on: boolean };
